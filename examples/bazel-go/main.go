package main

// #include "sum.h"
import "C"

import (
	"fmt"
	"os/user"
	"runtime"
)

func main() {
	// os/user asks the libc when cgo is there
	_, err := user.LookupId("0")
	fmt.Println("Go", runtime.GOARCH, "C", C.sum(40, 2), err == nil)
}
