package vn.bamcoso.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import vn.bamcoso.basics.Problem;

/** Sends style sheet, scripts, fonts and pictures: for a year when the address carries the hash, afresh when it does not. */
@Controller
final class AssetsController {
    @GetMapping({"/css/{file}", "/js/{file}", "/fonts/{file}", "/img/{file}"})
    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Assets.Asset asset = Assets.at(request.getRequestURI());
        if (asset == null) {
            throw Problem.notFound();
        }
        String accepted = request.getHeader("Accept-Encoding");
        boolean packed = asset.packed() != null && accepted != null && accepted.contains("gzip");
        byte[] body = packed ? asset.packed() : asset.bytes();
        response.setContentType(asset.type());
        response.setHeader("Cache-Control", asset.lasting() ? "public, max-age=31536000, immutable" : "no-cache");
        response.setHeader("Vary", "Accept-Encoding");
        // What is opened by itself may do nothing; shorter than what pages need, and said with each of a dozen files.
        response.setHeader("Content-Security-Policy", "default-src 'none'");
        if (packed) {
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
