// node run.mjs PROGRAM ARGUMENT...: run a program for WASI, which sees the working directory as /, and no environment.
// node run.mjs --call NAME NUMBER MODULE: what a function of a reactor makes of a number.
import { readFile } from "node:fs/promises";
import { WASI } from "node:wasi";

let words = process.argv.slice(2);
let call = null;
if (words[0] === "--call") {
	call = { name: words[1], number: Number(words[2]) };
	words = words.slice(3);
}
const wasi = new WASI({ version: "preview1", args: words, env: {}, preopens: { "/": process.cwd() } });
const module = await WebAssembly.compile(await readFile(words[0]));
const instance = await WebAssembly.instantiate(module, wasi.getImportObject());
if (call) {
	wasi.initialize(instance);
	console.log(instance.exports[call.name](call.number));
} else {
	process.exitCode = wasi.start(instance);
}
