#!/bin/sh
# Turns into the Firefox that FIREFOX_PATH names, and ends it when the process that started it is gone, however it ended.
(
    while kill -0 "$PPID" && kill -0 $$; do sleep 1; done
    kill $$
) </dev/null >/dev/null 2>&1 &
exec "$FIREFOX_PATH" "$@"
