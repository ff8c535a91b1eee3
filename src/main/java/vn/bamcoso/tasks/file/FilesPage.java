package vn.bamcoso.tasks.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import vn.bamcoso.tasks.See;

/** Files in and out. */
@Controller
class FilesPage {
    private final Attachments attachments;

    FilesPage(Attachments attachments) {
        this.attachments = attachments;
    }

    @PostMapping("/tasks/shares/{id}/files")
    View prove(@PathVariable long id, @RequestParam MultipartFile file, @RequestParam(required = false) @Nullable String note, Locale locale) throws IOException {
        attachments.prove(id, name(file), file.getBytes(), note, locale);
        return See.other("/tasks/shares/" + id + "?done=evidenced");
    }

    @PostMapping("/directives/{id:\\d+}/files")
    View carry(@PathVariable int id, @RequestParam MultipartFile file, Locale locale) throws IOException {
        attachments.carry(id, name(file), file.getBytes(), locale);
        return See.other("/directives/" + id + "#files");
    }

    @GetMapping("/tasks/files/{id}")
    ResponseEntity<byte[]> get(@PathVariable long id) {
        Attachments.Whole file = attachments.get(id);
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(file.media()))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(file.name(), StandardCharsets.UTF_8).build().toString()).header("X-Content-Type-Options", "nosniff").body(file.content());
    }

    private static String name(MultipartFile file) {
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).strip();
    }
}
