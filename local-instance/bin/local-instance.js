#!/usr/bin/env node
'use strict'
// Stands before anything is built, so that installing links the command.
require('../dist/bin.js')
