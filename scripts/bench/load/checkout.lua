-- Checks out a file of its own in each thread, PUTs to the working resource and checks it in, over and over. There is one
-- connection for each thread: wrk does not say on which an answer came.
-- Arguments: prefix of the path, bytes of the body, run (a number that no other run has).
local threads = 0

function setup(thread)
    thread:set("id", threads)
    threads = threads + 1
end

function init(args)
    path = args[1] .. (id + 1)
    local bytes = {}
    for i = 1, tonumber(args[2]) - 32 do
        bytes[i] = string.char(math.random(0, 255))
    end
    filler = table.concat(bytes)
    run, counter, working = args[3], 0, nil
    step = "CHECKOUT"
end

function request()
    if step == "CHECKOUT" then
        return wrk.format("CHECKOUT", path, nil, '<checkout xmlns="DAV:"/>')
    elseif step == "PUT" then
        counter = counter + 1
        return wrk.format("PUT", working, nil, string.format("%-32s", run .. "-" .. id .. "-" .. counter) .. filler)
    end
    return wrk.format("CHECKIN", working, nil, '<checkin xmlns="DAV:"/>')
end

function response(status, headers)
    if step == "CHECKOUT" and status == 201 then
        working = string.gsub(headers["Location"], "^https?://[^/]*", "")
        step = "PUT"
    elseif step == "PUT" then
        step = "CHECKIN"
    else
        step = "CHECKOUT"
    end
end
