# The table of tests/corpus/run: the list, then results for one target, given in the variable of that name. Rates are of
# what each toolchain has tried. The status is 1 when sealcc fails where gcc does not.
function cell(tool, name) {
	if (!((tool, name) in outcome))
		return ""
	return outcome[tool, name] == "ok" ? seconds[tool, name] " s" : "failed"
}
function add(tool, name) {
	tried[tool]++
	passed[tool] += outcome[tool, name] == "ok"
	time[tool] += seconds[tool, name]
}
BEGIN {
	split("sealcc gcc zig", tools, " ")
	title["sealcc"] = "sealcc"
	title["gcc"] = "cross gcc"
	title["zig"] = "zig cc"
}
FNR == NR {
	if (!/^#/) {
		split($0, field, " *[|] *")
		names[++n] = field[1]
		system_of[field[1]] = field[2]
		if (!(field[2] in packages))
			systems[++m] = field[2]
		packages[field[2]]++
	}
	next
}
FNR == 1 { FS = "\t"; $0 = $0 }
$1 == target {
	outcome[$2, $3] = $4
	seconds[$2, $3] = $5
	why[$2, $3] = $6
}
END {
	print "Target " target "; seconds to configure, build and install.\n"
	print "| package | system | sealcc | cross gcc | zig cc |"
	print "|---|---|---|---|---|"
	for (i = 1; i <= n; i++) {
		name = names[i]
		line = ""
		for (t = 1; t in tools; t++)
			line = line " " cell(tools[t], name) " |"
		if (line ~ /[a-z]/)
			print "| " name " | " system_of[name] " |" line
		for (t = 1; t in tools; t++)
			if ((tools[t], name) in outcome) {
				add(tools[t], name)
				by[tools[t], system_of[name]] += outcome[tools[t], name] == "ok"
			}
		if (outcome["sealcc", name] != "" && outcome["gcc", name] != "" && outcome["zig", name] != "") {
			compared++
			for (t = 1; t in tools; t++)
				common[tools[t]] += outcome[tools[t], name] == "ok"
		}
		lost += outcome["sealcc", name] == "failed" && outcome["gcc", name] == "ok"
	}
	print ""
	for (t = 1; t in tools; t++)
		if (tried[tools[t]]) {
			printf "%s: %d of %d (%.1f %%), %d s", title[tools[t]], passed[tools[t]], tried[tools[t]],
				100 * passed[tools[t]] / tried[tools[t]], time[tools[t]]
			for (s = 1; s <= m; s++)
				printf "%s %s %d", s == 1 ? ";" : ",", systems[s], by[tools[t], systems[s]]
			print ""
		}
	if (compared)
		printf "Of the %d that all three have tried: sealcc %d, cross gcc %d, zig cc %d\n", compared, common["sealcc"],
			common["gcc"], common["zig"]
	print ""
	for (t = 1; t in tools; t++)
		for (i = 1; i <= n; i++)
			if (outcome[tools[t], names[i]] == "failed")
				print names[i] " with " title[tools[t]] ": " why[tools[t], names[i]]
	exit lost > 0
}
