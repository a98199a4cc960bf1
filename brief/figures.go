package brief

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"

	"github.com/entente-go/entente"
)

// A Figure is a picture at the head of a section of a page or fragment of HTML.
// It is left out if its section is. A page allows the style sheet inside a
// picture. For several pictures of package chart, one copy is enough: set Bare
// on each, and the Style of the [Writer] to what the Style function of that
// package returns. Two pictures of one type need different IDs.
type Figure struct {
	Section Section // where it is
	Picture Picture // what draws it
}

// A Picture writes an SVG element that shows a dataset, as the types of package
// chart do. Its output is copied unchanged, so it must escape text from the
// data.
type Picture interface {
	Write(io.Writer, *entente.Dataset) error
}

// checkFigures reports figures and style sheets that no page can hold.
func (b Writer) checkFigures() error {
	for i, f := range b.Figures {
		if err := sections.check(uint8(f.Section)); err != nil {
			return errors.New(err.Error() + " of figure " + strconv.Itoa(i))
		}
		if f.Picture == nil {
			return errors.New("brief: figure " + strconv.Itoa(i) + " has no picture")
		}
	}
	if strings.Contains(strings.ToLower(b.Style), "</style") {
		return errors.New("brief: a style sheet cannot contain </style")
	}
	return nil
}

// draw puts the figures of d into the sections of its document.
func (b Writer) draw(doc *document, d *entente.Dataset) error {
	if b.Format != FormatHTML && b.Format != FormatPage {
		return nil
	}
	for _, f := range b.Figures {
		for i := range doc.sections {
			s := &doc.sections[i]
			if s.name != f.Section.String() {
				continue
			}
			var svg bytes.Buffer
			if err := f.Picture.Write(&svg, d); err != nil {
				return err
			}
			s.figures = append(s.figures, svg.Bytes())
		}
	}
	return nil
}
