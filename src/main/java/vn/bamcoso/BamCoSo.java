package vn.bamcoso;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class BamCoSo {
    public static void main(String[] args) {
        SpringApplication.run(BamCoSo.class, args);
    }
}
