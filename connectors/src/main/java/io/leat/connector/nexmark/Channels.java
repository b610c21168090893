package io.leat.connector.nexmark;

import io.leat.core.batch.Column;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The channels that bids come through, four of them hot, each with its URL. */
final class Channels {
    private static final List<String> HOT = List.of("Google", "Facebook", "Baidu", "Apple");
    private static final int OTHERS = 10_000;
    private static final long SALT = 0x75726cL;
    private static final int WORD_BOUND = 5;
    private static final int WITHOUT_ID_ONE_IN = 10;
    private static final int HOT_DRAW = 5;
    private static final int CHANNEL_DRAW = 6;

    private final TextPool names;
    private final TextPool urls;

    Channels(long seed) {
        List<String> nameTexts = new ArrayList<>(HOT);
        for (int i = 0; i < OTHERS; i++) {
            nameTexts.add("channel-" + i);
        }
        List<String> urlTexts = new ArrayList<>();
        for (int i = 0; i < nameTexts.size(); i++) {
            urlTexts.add(url(Draws.mix(seed + SALT + i * Draws.STEP), i - HOT.size()));
        }
        names = TextPool.of(nameTexts);
        urls = TextPool.of(urlTexts);
    }

    private static String url(long bits, int other) {
        String url = "https://www.nexmark.com/" + word(bits + 1) + '/' + word(bits + 2) + '/' + word(bits + 3)
                + "/item.htm?query=1";
        boolean hasId = other >= 0 && Draws.below(Draws.mix(bits + 4), WITHOUT_ID_ONE_IN) > 0;
        return hasId ? url + "&channel_id=" + Math.abs(Integer.reverse(other)) : url;
    }

    private static String word(long place) {
        byte[] text = new byte[WORD_BOUND];
        int length = Words.write(Draws.mix(place), WORD_BOUND, '_', text, 0);
        return new String(text, 0, length, StandardCharsets.US_ASCII);
    }

    /** The channels' names. */
    Column names(Events events) {
        return names.column(channels(events));
    }

    /** The channels' URLs. */
    Column urls(Events events) {
        return urls.column(channels(events));
    }

    private static int[] channels(Events events) {
        int[] channels = new int[events.size()];
        for (int i = 0; i < channels.length; i++) {
            long bits = events.bits()[i];
            long channel = Draws.draw(bits, CHANNEL_DRAW);
            long hot = Draws.below(channel, HOT.size());
            long other = HOT.size() + Draws.below(channel, OTHERS);
            channels[i] = (int) Draws.oftenOfTwo(Draws.draw(bits, HOT_DRAW), hot, other);
        }
        return channels;
    }
}
