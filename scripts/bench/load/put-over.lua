-- PUTs over one of a number of members that are there, in turn, with a body of its own at each request.
-- Arguments: prefix of the path, how many there are (their names are 1, 2, ...), bytes of the body, run (a number that no
-- other run has).
local threads = 0

function setup(thread)
    thread:set("id", threads)
    threads = threads + 1
end

function init(args)
    prefix, count, run = args[1], tonumber(args[2]), args[4]
    -- Bytes that no database can compress, made once; what differs is in front.
    local bytes = {}
    for i = 1, tonumber(args[3]) - 32 do
        bytes[i] = string.char(math.random(0, 255))
    end
    filler = table.concat(bytes)
    -- Threads go round at different places, so that they do not wait for one another at one member.
    counter = id * math.floor(count / 2)
    wrk.headers["Content-Type"] = "application/octet-stream"
end

function request()
    counter = counter + 1
    local front = string.format("%-32s", run .. "-" .. id .. "-" .. counter)
    return wrk.format("PUT", prefix .. (counter % count + 1), nil, front .. filler)
end
