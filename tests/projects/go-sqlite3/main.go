// Asks SQLite, compiled by cgo, three questions.
package main

import (
	"database/sql"
	"fmt"
	"log"
	"runtime"

	"github.com/mattn/go-sqlite3"
)

func main() {
	sql.Register("suite", &sqlite3.SQLiteDriver{ConnectHook: func(c *sqlite3.SQLiteConn) error {
		return c.RegisterFunc("twice", func(n int64) int64 { return 2 * n }, true)
	}})
	db, err := sql.Open("suite", ":memory:")
	if err != nil {
		log.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	var sum int64
	var version string
	if _, err = db.Exec("create table t(n integer); insert into t values (1), (2), (18)"); err == nil {
		err = db.QueryRow("select sum(twice(n)), sqlite_version() >= '3.40' from t").Scan(&sum, &version)
	}
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(runtime.GOARCH, sum, version)
}
