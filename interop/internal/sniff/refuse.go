package sniff

import "bytes"

// headSize is how much of an input is looked at to tell what it is.
const headSize = 1024

// beginnings are the bytes with which files begin that are not text.
var beginnings = [...]struct {
	begins string
	what   Refusal
}{
	{"version https://git-lfs.github.com/spec/", Refusal{"a Git LFS pointer, not the file itself",
		"fetch the file with git lfs pull, or download it"}},
	{"/annex/objects/", Refusal{"a git-annex pointer, not the file itself", "fetch the file with git annex get"}},
	{"PK\x03\x04", Refusal{"a ZIP archive or a workbook such as .xlsx", "unpack it, or save the sheet as CSV"}},
	{"PK\x05\x06", Refusal{"an empty ZIP archive", "give the file itself"}},
	{"\xD0\xCF\x11\xE0", Refusal{"a workbook or document of old Office (.xls, .doc)", "save the sheet as CSV"}},
	{"\x1F\x8B", Refusal{"compressed with gzip", "unpack it, or read it through compress/gzip"}},
	{"BZh", Refusal{"compressed with bzip2", "unpack it"}},
	{"\xFD7zXZ\x00", Refusal{"compressed with xz", "unpack it"}},
	{"7z\xBC\xAF\x27\x1C", Refusal{"a 7z archive", "unpack it"}},
	{"%PDF-", Refusal{"a PDF document", "give the data itself"}},
	{"PAR1", Refusal{"a Parquet file", "save it as text"}},
	{"SQLite format 3\x00", Refusal{"an SQLite database", "save the table as text"}},
	{"<stata_dta>", Refusal{"a Stata file", "save it as CSV"}},
	{"$FL2", Refusal{"an SPSS file", "save it as CSV"}},
	{"RDX2\n", Refusal{"an R data file", "save it as CSV"}},
	{"RDX3\n", Refusal{"an R data file", "save it as CSV"}},
	{"{\\rtf", Refusal{"an RTF document", "save it as plain text"}},
}

// refusalOf says why an input that begins with head cannot be read. It returns
// nil if it can.
func refusalOf(head []byte) *Refusal {
	if bytes.HasPrefix(head, []byte("PK")) && isWorkbook(head) {
		return &Refusal{"a workbook", "save each sheet as CSV UTF-8"}
	}
	for i := range beginnings {
		if bytes.HasPrefix(head, []byte(beginnings[i].begins)) {
			what := beginnings[i].what
			return &what
		}
	}
	text := bytes.TrimLeft(head, " \t\r\n")
	switch {
	case len(text) == 0 && len(head) < headSize:
		return &Refusal{"empty", "give the file itself"}
	case hasPrefixFold(text, "<!doctype html"), hasPrefixFold(text, "<html"), hasPrefixFold(text, "<head"):
		return &Refusal{"a web page, not the file itself", "download the file, not the page about it"}
	case len(text) > 0 && text[0] == '<':
		return &Refusal{"XML or a web page", "give the data itself"}
	case bytes.IndexByte(head, 0) >= 0:
		return &Refusal{"binary or in UTF-16 without a byte-order mark", "save it as text in UTF-8"}
	}
	return nil
}

// isWorkbook reports whether the beginning of a ZIP archive is that of a workbook.
func isWorkbook(head []byte) bool {
	for _, name := range []string{"[Content_Types].xml", "xl/", "mimetypeapplication/vnd.oasis.opendocument.spreadsheet"} {
		if bytes.Contains(head, []byte(name)) {
			return true
		}
	}
	return false
}

func hasPrefixFold(b []byte, prefix string) bool {
	return len(b) >= len(prefix) && bytes.EqualFold(b[:len(prefix)], []byte(prefix))
}
