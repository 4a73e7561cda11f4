print(_VERSION)

-- Errors: a jump in C, an exception in C++.
local function fail(depth)
  if depth == 0 then error({ code = 7 }) end
  fail(depth - 1)
  return depth
end
local ok, e = pcall(fail, 50)
print(ok, type(e), e.code)
print(select(2, pcall(function() return nil + 1 end)):gsub('^.-:%d+: ', ''))
print(xpcall(fail, function(x) return 'handled ' .. x.code end, 3))

-- An error out of a coroutine, with something to close on the way.
local closed = {}
local co = coroutine.wrap(function()
  local a <close> = setmetatable({}, { __close = function() closed[#closed + 1] = 'a' end })
  for i = 1, 3 do coroutine.yield(i) end
  error('end', 0)
end)
print(co(), co(), co(), pcall(co))
print(#closed, closed[1])

-- Numbers.
print(7 // 2, 7 / 2, -7 % 3, 1 << 40, 2 ^ 0.5, math.maxinteger + 1 == math.mininteger)
print(string.format('%.14g %x %q %5.2f', math.pi, 255, 'a\nb', 2.5), math.tointeger('8'), 10 // 0.0)
local sum = 0
for i = 1, 100000 do sum = sum + math.sin(i) end
print(string.format('%.6f', sum))

-- Strings, tables, garbage.
local words = {}
for w in ('the quick brown fox jumps over the lazy dog'):gmatch('%a+') do words[#words + 1] = w end
table.sort(words, function(a, b) return #a < #b or #a == #b and a < b end)
print(table.concat(words, ' '), #table.pack(table.unpack(words)))
print(('x'):rep(5, '-'), ('%d'):format(3), ('abc'):byte(1, -1))
print(utf8.len('größe'), string.pack('<i4', 1):byte(1, -1))
do
  local before = collectgarbage('count')
  for i = 1, 20000 do local t = { i, tostring(i) } end
  collectgarbage()
  print(collectgarbage('count') < before + 200)
end

-- The system.
local name = os.tmpname()
local f = assert(io.open(name, 'w'))
f:write('one\n', 2, '\n'):close()
for line in io.lines(name) do io.write('<', line, '>') end
print(os.remove(name), io.open('/nonexistent/file'))
print(os.date('!%Y-%m-%d', 86400 * 365), os.time({ year = 1970, month = 1, day = 2, hour = 0 }) ~= nil)
print(load('return ...', 'chunk')(42), load('syntax error here') == nil)
