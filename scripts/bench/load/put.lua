-- PUTs a new member with a body of its own at each request.
-- Arguments: prefix of the path, bytes of the body, run (a number that no other run has).
local threads = 0

function setup(thread)
    thread:set("id", threads)
    threads = threads + 1
end

function init(args)
    prefix, run = args[1], args[3]
    -- Bytes that no database can compress, made once; what differs is in front.
    local bytes = {}
    for i = 1, tonumber(args[2]) - 32 do
        bytes[i] = string.char(math.random(0, 255))
    end
    filler = table.concat(bytes)
    counter = 0
    wrk.headers["Content-Type"] = "application/octet-stream"
end

function request()
    counter = counter + 1
    local name = string.format("%s-%d-%07d", run, id, counter)
    return wrk.format("PUT", prefix .. name, nil, string.format("%-32s", name) .. filler)
end
