-- GETs one of a number of members, in turn.
-- Arguments: prefix of the path, how many there are (their names are 1, 2, ...), and the configuration, if not the files.
local threads = 0

function setup(thread)
    thread:set("id", threads)
    threads = threads + 1
end

function init(args)
    prefix, count = args[1], tonumber(args[2])
    counter = id * 17
    wrk.headers["Configuration-Id"] = args[3]
end

function request()
    counter = counter + 1
    return wrk.format("GET", prefix .. (counter % count + 1))
end
