// Package chart draws a dataset as SVG in English, Russian or Urdu.
//
//	t := chart.Timeline{Language: language.Russian}
//	err := t.Write(os.Stdout, entente.Chronicle().Between("PK", "RU"))
//
// There are three pictures. A [Timeline] shows when exercises and meetings took
// place, [Ties] who is tied to whom and by what, and [Years] what ties one pair
// in each year.
//
// A picture shows what is not known as well. A date known to the month is drawn
// as the month, dashed, and an approximate one as the days that it may be. Where
// nothing was found and no search is declared for all that is drawn there, the
// ground is hatched (see [entente.Dataset.Answer]). A search for one party is no
// search for all: narrow the data to that party to see it. What is not asked of a
// selection, and a year in which one of a pair did not exist, is blank. Records that
// do not fit are counted. No picture counts an exercise that is proposed, planned or
// cancelled as held: it is struck through, or marked by a cross.
//
// # Where it can be shown
//
// The result is one svg element, with a style sheet in it and without scripts
// or references to other files. It can be a file of its own or a part of an
// HTML page. It follows the reader's choice of light or dark unless the Class
// field sets one. Nothing is shown by colour alone. Every selector of the style
// sheet begins with .entente-chart. If the content security policy of a page
// forbids style elements, set Bare and include [Style] in the page's own style
// sheet. A briefing can have pictures; see
// [github.com/entente-go/entente/brief.Figure].
//
// Screen readers find a title, a description, and each mark as an item of a list
// that says in words what it shows. Time runs from left to right in all
// languages.
//
// # Links
//
// A mark is a link to what a Link function returns for its record. Without one
// it is a link to the first source that the record cites. An address must be
// http, https or relative; for any other there is no link.
package chart
