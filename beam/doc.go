// Package ententebeam runs entente on Apache Beam.
package ententebeam
