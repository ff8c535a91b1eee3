/** Restructurings: prepared, looked at beforehand, committed by a second person, withdrawn before their day. */
package vn.bamcoso.territory.restructuring;
