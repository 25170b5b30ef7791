#!/usr/bin/env node
// Stands before anything is built, so that installing links the command.
import '../dist/cli.js'
