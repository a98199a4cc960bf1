package entente

// Records is what a data file holds, as Go values: what [New] takes and what a
// file decodes into. The zero Records is empty.
//
// The order of the records does not matter: a [Dataset] has its own.
type Records struct {
	// Title is the title of the data.
	Title Text `json:"title,omitzero"`
	// Coverage says what the data was made to cover.
	Coverage []Coverage `json:"coverage,omitempty"`
	// Topics declares the topics used beyond the known ones.
	Topics []TopicDeclaration `json:"topics,omitempty"`
	// Sources are what the records cite.
	Sources []Source `json:"sources,omitempty"`

	Nations       []Nation       `json:"nations,omitempty"`
	Blocs         []Bloc         `json:"blocs,omitempty"`
	Regions       []Region       `json:"regions,omitempty"`
	Organizations []Organization `json:"organizations,omitempty"`
	Officials     []Official     `json:"officials,omitempty"`
	Partnerships  []Partnership  `json:"partnerships,omitempty"`
	Agreements    []Agreement    `json:"agreements,omitempty"`
	Series        []Series       `json:"series,omitempty"`
	Exercises     []Exercise     `json:"exercises,omitempty"`
	Meetings      []Meeting      `json:"meetings,omitempty"`
	Statements    []Statement    `json:"statements,omitempty"`
	Assessments   []Assessment   `json:"assessments,omitempty"`
}

// contents is what files or Records hold, as the package keeps it.
type contents struct {
	title    Text
	coverage []Coverage
	topics   []TopicDeclaration
	sources  []Source
	recs     []record
	// ids, if not nil, holds the index in recs, or ^index in sources, of each
	// ID, in the order in which they stand here.
	ids map[ID]int32
	// links, if there are any, holds the links of recs.
	links table
}

// sections lists the members of a file that hold records, by kind.
var sections = [kindCount]string{"", "nations", "blocs", "regions", "organizations", "officials",
	"partnerships", "agreements", "series", "exercises", "meetings", "statements", "assessments"}

// add copies what in holds into c.
func (c *contents) add(in *Records) {
	if c.title.IsZero() {
		c.title = in.Title
	}
	c.coverage = append(c.coverage, clonedAll(in.Coverage)...)
	c.topics = append(c.topics, in.Topics...)
	c.sources = append(c.sources, clonedAll(in.Sources)...)
	c.recs = addAll(c.recs, in.Nations)
	c.recs = addAll(c.recs, in.Blocs)
	c.recs = addAll(c.recs, in.Regions)
	c.recs = addAll(c.recs, in.Organizations)
	c.recs = addAll(c.recs, in.Officials)
	c.recs = addAll(c.recs, in.Partnerships)
	c.recs = addAll(c.recs, in.Agreements)
	c.recs = addAll(c.recs, in.Series)
	c.recs = addAll(c.recs, in.Exercises)
	c.recs = addAll(c.recs, in.Meetings)
	c.recs = addAll(c.recs, in.Statements)
	c.recs = addAll(c.recs, in.Assessments)
}

func addAll[T any, P interface {
	*T
	record
	clone() T
}](recs []record, values []T) []record {
	for i := range values {
		v := P(&values[i]).clone()
		recs = append(recs, P(&v))
	}
	return recs
}

// newRecord returns a pointer to a zero record of the kind.
func newRecord(k Kind) record {
	switch k {
	case KindNation:
		return new(Nation)
	case KindBloc:
		return new(Bloc)
	case KindRegion:
		return new(Region)
	case KindOrganization:
		return new(Organization)
	case KindOfficial:
		return new(Official)
	case KindPartnership:
		return new(Partnership)
	case KindAgreement:
		return new(Agreement)
	case KindSeries:
		return new(Series)
	case KindExercise:
		return new(Exercise)
	case KindMeeting:
		return new(Meeting)
	case KindStatement:
		return new(Statement)
	}
	return new(Assessment)
}
