package entente

// Topic is a matter that records are about: a slug such as "counterterrorism".
// The vocabulary is open. The constants below are known everywhere; a file
// declares any further topic it uses under "topics". A topic may be narrower
// than another, and [Dataset.About] a topic finds the narrower ones too. The
// zero Topic is no topic.
type Topic string

// The known topics. The comment gives the topic that each is narrower than.
const (
	MilitaryCooperation   Topic = "military-cooperation"
	JointExercises        Topic = "joint-exercises"        // military-cooperation
	NavalExercises        Topic = "naval-exercises"        // joint-exercises
	Training              Topic = "training"               // military-cooperation
	PersonnelExchanges    Topic = "personnel-exchanges"    // military-cooperation
	TechnicalSupport      Topic = "technical-support"      // military-cooperation
	TechnologyTransfer    Topic = "technology-transfer"    // military-cooperation
	IndustrialCooperation Topic = "industrial-cooperation" // military-cooperation
	NavalCooperation      Topic = "naval-cooperation"      // military-cooperation
	Interoperability      Topic = "interoperability"       // military-cooperation
	Security              Topic = "security"
	Counterterrorism      Topic = "counterterrorism"   // security
	MaritimeSecurity      Topic = "maritime-security"  // security
	RegionalStability     Topic = "regional-stability" // security
	Capability            Topic = "capability"
	CombatReadiness       Topic = "combat-readiness" // capability
	Modernization         Topic = "modernization"    // capability
	NavalTechnology       Topic = "naval-technology" // capability
	ArmsSupply            Topic = "arms-supply"      // capability
	Alignment             Topic = "alignment"
	Diversification       Topic = "diversification" // alignment
	Influence             Topic = "influence"       // alignment
	Economy               Topic = "economy"
	Trade                 Topic = "trade"      // economy
	Energy                Topic = "energy"     // economy
	Investment            Topic = "investment" // economy
)

// knownTopics lists the known topics, each after the one it is narrower than.
var knownTopics = [...]TopicDeclaration{
	{ID: MilitaryCooperation},
	{ID: JointExercises, Broader: MilitaryCooperation},
	{ID: NavalExercises, Broader: JointExercises},
	{ID: Training, Broader: MilitaryCooperation},
	{ID: PersonnelExchanges, Broader: MilitaryCooperation},
	{ID: TechnicalSupport, Broader: MilitaryCooperation},
	{ID: TechnologyTransfer, Broader: MilitaryCooperation},
	{ID: IndustrialCooperation, Broader: MilitaryCooperation},
	{ID: NavalCooperation, Broader: MilitaryCooperation},
	{ID: Interoperability, Broader: MilitaryCooperation},
	{ID: Security},
	{ID: Counterterrorism, Broader: Security},
	{ID: MaritimeSecurity, Broader: Security},
	{ID: RegionalStability, Broader: Security},
	{ID: Capability},
	{ID: CombatReadiness, Broader: Capability},
	{ID: Modernization, Broader: Capability},
	{ID: NavalTechnology, Broader: Capability},
	{ID: ArmsSupply, Broader: Capability},
	{ID: Alignment},
	{ID: Diversification, Broader: Alignment},
	{ID: Influence, Broader: Alignment},
	{ID: Economy},
	{ID: Trade, Broader: Economy},
	{ID: Energy, Broader: Economy},
	{ID: Investment, Broader: Economy},
}

// TopicDeclaration adds a topic to the vocabulary of a dataset.
type TopicDeclaration struct {
	// ID is the topic's slug; its form is that of an [ID].
	ID Topic `json:"id"`
	// Name is what to call it in words.
	Name Text `json:"name,omitzero"`
	// Broader is the topic that this one is narrower than; empty for none.
	Broader Topic `json:"broader,omitzero"`
}
