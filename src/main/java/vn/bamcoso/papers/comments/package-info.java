/**
 * Drafts sent round for comment (lấy ý kiến, tiếp thu, giải trình), for every room above: the room names its matter with a
 * {@link vn.bamcoso.papers.comments.Matter} bean and sends a draft through {@link vn.bamcoso.papers.comments.Consultations};
 * pages, answers of the bodies themselves, who is silent, the table and its Word document are here.
 */
@org.springframework.modulith.NamedInterface("comments")
@org.jspecify.annotations.NullMarked
package vn.bamcoso.papers.comments;
