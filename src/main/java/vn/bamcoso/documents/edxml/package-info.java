/**
 * Documents between organisations as edXML (QCVN 102:2016/BTTTT): records to XML and back, strictly. Only the fields of which
 * the facts are known; not yet proved against a real partner (docs/decisions says so). Moves no files and keeps nothing.
 */
@org.jspecify.annotations.NullMarked
package vn.bamcoso.documents.edxml;
