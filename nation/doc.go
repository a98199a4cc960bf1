// Package nation finds states by code and name, current and former.
package nation
