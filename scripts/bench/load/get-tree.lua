-- GETs the files of an imported tree, in turn, each thread from a place of its own.
-- Arguments: the collection, how many files there are, how many in each directory.
local threads = 0

function setup(thread)
    thread:set("id", threads)
    threads = threads + 1
end

function init(args)
    collection, count, each = args[1], tonumber(args[2]), tonumber(args[3])
    counter = math.floor(id * count / 2)
end

function request()
    counter = (counter + 1) % count
    return wrk.format("GET", string.format("%sd%05d/f%07d.txt", collection, math.floor(counter / each), counter))
end
