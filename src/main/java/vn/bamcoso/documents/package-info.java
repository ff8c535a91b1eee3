/**
 * What the product writes for people and reads from their files: numbers as they are spoken, spelling, tables in CSV and
 * Excel, Word in the official form of Decree 30/2020/NĐ-CP, and the check on what comes in from outside. Owns no table and
 * knows no figure or office; each sub-folder stands alone and its public classes are the face (an open module). Needs the
 * texts and problems of {@code basics} and the days of {@code calendar}.
 */
@org.springframework.modulith.ApplicationModule(
        type = org.springframework.modulith.ApplicationModule.Type.OPEN,
        allowedDependencies = {"basics", "calendar"})
package vn.bamcoso.documents;
