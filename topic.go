package entente

// Topic is a matter that records are about: a slug such as "counterterrorism".
// The vocabulary is open. The constants below are known everywhere; a file
// declares any further topic it uses under "topics". A topic may be narrower
// than another, and [Dataset.About] a topic finds the narrower ones too. The
// zero Topic is no topic.
type Topic string

// The known topics. The comment gives the topic that each is narrower than.
const (
	TopicMilitaryCooperation   Topic = "military-cooperation"
	TopicJointExercises        Topic = "joint-exercises"        // military-cooperation
	TopicNavalExercises        Topic = "naval-exercises"        // joint-exercises
	TopicTraining              Topic = "training"               // military-cooperation
	TopicPersonnelExchanges    Topic = "personnel-exchanges"    // military-cooperation
	TopicTechnicalSupport      Topic = "technical-support"      // military-cooperation
	TopicTechnologyTransfer    Topic = "technology-transfer"    // military-cooperation
	TopicIndustrialCooperation Topic = "industrial-cooperation" // military-cooperation
	TopicNavalCooperation      Topic = "naval-cooperation"      // military-cooperation
	TopicInteroperability      Topic = "interoperability"       // military-cooperation
	TopicSecurity              Topic = "security"
	TopicCounterterrorism      Topic = "counterterrorism"   // security
	TopicMaritimeSecurity      Topic = "maritime-security"  // security
	TopicRegionalStability     Topic = "regional-stability" // security
	TopicCapability            Topic = "capability"
	TopicCombatReadiness       Topic = "combat-readiness" // capability
	TopicModernization         Topic = "modernization"    // capability
	TopicNavalTechnology       Topic = "naval-technology" // capability
	TopicArmsSupply            Topic = "arms-supply"      // capability
	TopicAlignment             Topic = "alignment"
	TopicDiversification       Topic = "diversification" // alignment
	TopicInfluence             Topic = "influence"       // alignment
	TopicEconomy               Topic = "economy"
	TopicTrade                 Topic = "trade"      // economy
	TopicEnergy                Topic = "energy"     // economy
	TopicInvestment            Topic = "investment" // economy
)

// knownTopics lists the known topics, each after the one it is narrower than.
var knownTopics = [...]TopicDeclaration{
	{ID: TopicMilitaryCooperation},
	{ID: TopicJointExercises, Broader: TopicMilitaryCooperation},
	{ID: TopicNavalExercises, Broader: TopicJointExercises},
	{ID: TopicTraining, Broader: TopicMilitaryCooperation},
	{ID: TopicPersonnelExchanges, Broader: TopicMilitaryCooperation},
	{ID: TopicTechnicalSupport, Broader: TopicMilitaryCooperation},
	{ID: TopicTechnologyTransfer, Broader: TopicMilitaryCooperation},
	{ID: TopicIndustrialCooperation, Broader: TopicMilitaryCooperation},
	{ID: TopicNavalCooperation, Broader: TopicMilitaryCooperation},
	{ID: TopicInteroperability, Broader: TopicMilitaryCooperation},
	{ID: TopicSecurity},
	{ID: TopicCounterterrorism, Broader: TopicSecurity},
	{ID: TopicMaritimeSecurity, Broader: TopicSecurity},
	{ID: TopicRegionalStability, Broader: TopicSecurity},
	{ID: TopicCapability},
	{ID: TopicCombatReadiness, Broader: TopicCapability},
	{ID: TopicModernization, Broader: TopicCapability},
	{ID: TopicNavalTechnology, Broader: TopicCapability},
	{ID: TopicArmsSupply, Broader: TopicCapability},
	{ID: TopicAlignment},
	{ID: TopicDiversification, Broader: TopicAlignment},
	{ID: TopicInfluence, Broader: TopicAlignment},
	{ID: TopicEconomy},
	{ID: TopicTrade, Broader: TopicEconomy},
	{ID: TopicEnergy, Broader: TopicEconomy},
	{ID: TopicInvestment, Broader: TopicEconomy},
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
