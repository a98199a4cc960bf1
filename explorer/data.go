package explorer

import (
	"net/http"

	"github.com/entente-go/entente"
)

// A listPage is the JSON of a list.
type listPage struct {
	Records int              `json:"records"`
	Page    int              `json:"page"`
	Pages   int              `json:"pages"`
	Answer  entente.Answer   `json:"answer,omitzero"`
	Items   []entente.Record `json:"items"`
}

func (v *visit) listAsJSON(d *entente.Dataset, l listing, pages int) answer {
	p := listPage{Records: l.total, Page: v.page, Pages: pages, Items: l.rows}
	if v.find == "" {
		p.Answer = d.Answer()
	}
	if p.Items == nil {
		p.Items = []entente.Record{}
	}
	return encoded(http.StatusOK, p)
}

// A recordPage is the JSON of a record, or of a nation without one.
type recordPage struct {
	ID       entente.ID     `json:"id"`
	Kind     entente.Kind   `json:"kind"`
	Name     string         `json:"name"`
	Record   entente.Record `json:"record,omitzero"`
	Involved int            `json:"involved,omitzero"` // records in which it takes part
	Referred []entente.ID   `json:"referred,omitempty"`
}

func (v *visit) recordAsJSON(r entente.Record, own bool) answer {
	id := r.AsFact().ID
	p := recordPage{ID: id, Kind: r.Kind(), Name: v.nameOf(r).Text, Referred: v.graph().from[id]}
	if own {
		p.Record = r
	}
	if r.Kind().IsActor() {
		p.Involved = v.data.Involving(id).Len()
	}
	return encoded(http.StatusOK, p)
}

// A sourcePage is the JSON of a source.
type sourcePage struct {
	Source  entente.Source `json:"source"`
	Records int            `json:"records"`
	Citing  []entente.ID   `json:"citing"` // at most a page of them
}
