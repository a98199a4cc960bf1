package entente

// Topic is a subject of records, written as a slug such as "counterterrorism".
// The constants are known to every dataset; a file declares any other topic
// under "topics". A topic may be narrower than another, and [Dataset.About]
// finds the narrower ones too. The zero Topic names no topic.
type Topic string

// The known topics, in groups headed by their broadest topic. [Dataset.Topics]
// gives the broader topic of each.
const (
	TopicMilitaryCooperation   Topic = "military-cooperation"
	TopicJointExercises        Topic = "joint-exercises"
	TopicNavalExercises        Topic = "naval-exercises"
	TopicTraining              Topic = "training"
	TopicPersonnelExchanges    Topic = "personnel-exchanges"
	TopicTechnicalSupport      Topic = "technical-support"
	TopicTechnologyTransfer    Topic = "technology-transfer"
	TopicIndustrialCooperation Topic = "industrial-cooperation"
	TopicNavalCooperation      Topic = "naval-cooperation"
	TopicInteroperability      Topic = "interoperability"

	TopicSecurity          Topic = "security"
	TopicCounterterrorism  Topic = "counterterrorism"
	TopicMaritimeSecurity  Topic = "maritime-security"
	TopicRegionalStability Topic = "regional-stability"

	TopicCapability      Topic = "capability"
	TopicCombatReadiness Topic = "combat-readiness"
	TopicModernization   Topic = "modernization"
	TopicNavalTechnology Topic = "naval-technology"
	TopicArmsSupply      Topic = "arms-supply"

	TopicAlignment       Topic = "alignment"
	TopicDiversification Topic = "diversification"
	TopicInfluence       Topic = "influence"

	TopicEconomy    Topic = "economy"
	TopicTrade      Topic = "trade"
	TopicEnergy     Topic = "energy"
	TopicInvestment Topic = "investment"
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
	// ID is the topic's slug.
	ID Topic `json:"id"`
	// Name is its name in words.
	Name Text `json:"name,omitzero"`
	// Broader is the topic that this one is narrower than; empty for none.
	Broader Topic `json:"broader,omitzero"`
}
