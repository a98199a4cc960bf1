// Package browsertest holds the briefings and the explorer against readers of
// other people's: a parser of HTML, a renderer of Markdown and a browser. Its
// program shots takes pictures of the pages, and load measures how fast they are
// served. It is a module of its own, so that none of these is a requirement of
// the library's.
package browsertest
