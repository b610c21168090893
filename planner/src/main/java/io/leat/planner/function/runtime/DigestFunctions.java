package io.leat.planner.function.runtime;

import io.leat.core.error.LeatException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/** Text in other spellings: digests, Base64, hexadecimal, URL encoding. Text stands for its bytes in UTF-8. */
public final class DigestFunctions {
    private static final HexFormat HEX = HexFormat.of();

    private DigestFunctions() {}

    /** MD5 of a text. */
    public static String md5(String text) {
        return md5(bytes(text));
    }

    /** MD5 of bytes. */
    public static String md5(byte[] bytes) {
        return digest("MD5", bytes);
    }

    /** SHA-1 of a text. */
    public static String sha1(String text) {
        return sha1(bytes(text));
    }

    /** SHA-1 of bytes. */
    public static String sha1(byte[] bytes) {
        return digest("SHA-1", bytes);
    }

    /** SHA-224 of a text. */
    public static String sha224(String text) {
        return sha224(bytes(text));
    }

    /** SHA-224 of bytes. */
    public static String sha224(byte[] bytes) {
        return digest("SHA-224", bytes);
    }

    /** SHA-256 of a text. */
    public static String sha256(String text) {
        return sha256(bytes(text));
    }

    /** SHA-256 of bytes. */
    public static String sha256(byte[] bytes) {
        return digest("SHA-256", bytes);
    }

    /** SHA-384 of a text. */
    public static String sha384(String text) {
        return sha384(bytes(text));
    }

    /** SHA-384 of bytes. */
    public static String sha384(byte[] bytes) {
        return digest("SHA-384", bytes);
    }

    /** SHA-512 of a text. */
    public static String sha512(String text) {
        return sha512(bytes(text));
    }

    /** SHA-512 of bytes. */
    public static String sha512(byte[] bytes) {
        return digest("SHA-512", bytes);
    }

    /** A text in Base64. */
    public static String toBase64(String text) {
        return toBase64(bytes(text));
    }

    /** Bytes in Base64. */
    public static String toBase64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** The text that a Base64 text stands for; null if it is none. */
    public static String fromBase64(String text) {
        try {
            return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    /** An integer in hexadecimal digits; a negative one as its 64 bits. */
    public static String hex(long value) {
        return Long.toHexString(value).toUpperCase(Locale.ROOT);
    }

    /** The bytes of a text in hexadecimal digits. */
    public static String hex(String text) {
        return hex(bytes(text));
    }

    /** Bytes in hexadecimal digits. */
    public static String hex(byte[] bytes) {
        return HEX.formatHex(bytes).toUpperCase(Locale.ROOT);
    }

    /** A text fit for a web form. */
    public static String urlEncode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A text out of a web form; null if it is none. */
    public static String urlDecode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return null;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String digest(String algorithm, byte[] bytes) {
        try {
            return HEX.formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw LeatException.internal("this Java has no " + algorithm, e);
        }
    }
}
