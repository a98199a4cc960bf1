// Package browsertest holds the briefings against readers of other people's: a
// parser of HTML and a renderer of Markdown. Its program shots takes pictures of
// the pages in a browser. It is a module of its own, so that none of these is a
// requirement of the library's.
package browsertest
