-- POSTs a row with a key of its own at each request.
-- Arguments: prefix of the path, bytes of the body, run (a number that no other run has).
local threads = 0

function setup(thread)
    thread:set("id", threads)
    threads = threads + 1
end

function init(args)
    prefix = args[1]
    local bytes = {}
    for i = 1, tonumber(args[2]) do
        bytes[i] = string.char(math.random(0, 255))
    end
    body = table.concat(bytes)
    key = tonumber(args[3]) * 10000000 + id * 2500000
    wrk.headers["Content-Type"] = "application/octet-stream"
end

function request()
    key = key + 1
    return wrk.format("POST", string.format("%s%.0f", prefix, key), nil, body)
end
