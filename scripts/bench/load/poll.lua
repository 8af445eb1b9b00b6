-- Asks again and again what has changed since a token.
-- Arguments: path of the collection, token, level.
function init(args)
    wrk.headers["Content-Type"] = "application/xml"
    request_text = wrk.format("REPORT", args[1], nil, '<sync-collection xmlns="DAV:"><sync-token>' .. args[2]
        .. "</sync-token><sync-level>" .. args[3] .. "</sync-level><prop><getetag/></prop></sync-collection>")
end

function request()
    return request_text
end
