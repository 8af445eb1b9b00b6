-- GETs a revision of one file, picked by chance.
-- Arguments: the path, what stands before and after a number in the Revision-Id, the least and the greatest number, and
-- "time" when the number is a time in seconds since 1970.
function init(args)
    path, before, after = args[1], args[2], args[3]
    least, greatest, kind = tonumber(args[4]), tonumber(args[5]), args[6]
end

function request()
    local number = math.random(least, greatest)
    local text = kind == "time" and os.date("!%Y-%m-%dT%H:%M:%SZ", number) or string.format("%d", number)
    return wrk.format("GET", path, { ["Authorization"] = wrk.headers["Authorization"],
        ["Revision-Id"] = before .. text .. after })
end
