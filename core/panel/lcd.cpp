#include "core/panel/lcd.h"

#include "core/panel/font.h"

namespace meter {

namespace {

struct Word {
    Annunciator annunciator;
    const char* text;
};

// In the order in which the text form lists them.
// clang-format off
constexpr std::array<Word, 4> kIcons{{
    {Annunciator::wrench, "wrench"}, {Annunciator::heart, "heart"},
    {Annunciator::pulse,  "pulse"},  {Annunciator::lock,  "lock"},
}};
constexpr std::array<Word, 15> kUnits{{
    {Annunciator::kilo,         "k"},   {Annunciator::mega,      "M"},   {Annunciator::watt,   "W"},
    {Annunciator::va,           "VA"},  {Annunciator::var,       "VAR"}, {Annunciator::hour,   "h"},
    {Annunciator::volt,         "V"},   {Annunciator::ampere,    "A"},   {Annunciator::hertz,  "Hz"},
    {Annunciator::pf,           "PF"},  {Annunciator::line_line, "L-L"},
    {Annunciator::line_neutral, "L-N"}, {Annunciator::max,       "MAX"}, {Annunciator::demand, "D"},
    {Annunciator::percent,      "%"},
}};
// clang-format on
constexpr std::array<Annunciator, 3> kPhaseWords{Annunciator::phase_a, Annunciator::phase_b,
                                                 Annunciator::phase_c};

constexpr std::uint8_t kCellMask = (1U << kValueCells) - 1;
constexpr std::uint32_t kAnnunciatorMask = (std::uint32_t{1} << kAnnunciators) - 1;

class Writer {
 public:
    explicit Writer(std::span<char, kLcdTextSize> out) : out_(out) {}

    void put(char c) {
        if (size_ + 1 < out_.size()) out_[size_++] = c;
    }
    void put(const char* text) {
        while (*text != 0) put(*text++);
    }
    void hex(std::uint32_t value, int digits) {
        for (int i = digits - 1; i >= 0; --i) put("0123456789abcdef"[(value >> (4 * i)) & 15U]);
    }
    template <class Segments, std::size_t N>
    void cell(const std::array<Glyph<Segments>, N>& glyphs, Segments segments) {
        const char c = character_of(glyphs, segments);
        if (c != 0) {
            put(c);
            return;
        }
        put('<');
        hex(segments, 2 * static_cast<int>(sizeof(Segments)));
        put('>');
    }
    template <std::size_t N>
    void words(const Lcd& lcd, const std::array<Word, N>& table) {
        const char* separator = "";
        for (const Word& word : table) {
            if (!lcd.lit(word.annunciator)) continue;
            put(separator);
            put(word.text);
            separator = " ";
        }
    }
    std::size_t finish() {
        out_[size_] = 0;
        return size_;
    }

 private:
    std::span<char, kLcdTextSize> out_;
    std::size_t size_ = 0;
};

class Reader {
 public:
    explicit Reader(std::span<const char> text) : text_(text) {}

    [[nodiscard]] char peek() const { return at_ < text_.size() ? text_[at_] : char{0}; }
    [[nodiscard]] bool at_end() const { return at_ == text_.size(); }
    bool take(char c) {
        if (at_end() || text_[at_] != c) return false;
        ++at_;
        return true;
    }
    bool take(const char* word) {
        std::size_t at = at_;
        for (; *word != 0; ++word, ++at) {
            if (at >= text_.size() || text_[at] != *word) return false;
        }
        at_ = at;
        return true;
    }
    bool hex(int digits, std::uint32_t& out) {
        out = 0;
        for (int i = 0; i < digits; ++i, ++at_) {
            const int digit = hex_digit(peek());
            if (digit < 0) return false;
            out = (out << 4) | static_cast<std::uint32_t>(digit);
        }
        return true;
    }
    template <class Segments, std::size_t N>
    bool cell(const std::array<Glyph<Segments>, N>& glyphs, Segments& out) {
        if (take('<')) {
            std::uint32_t bits = 0;
            if (!hex(2 * static_cast<int>(sizeof(Segments)), bits)) return false;
            out = static_cast<Segments>(bits);
            return take('>');
        }
        if (at_end() || !has_glyph(glyphs, peek())) return false;
        out = segments_of(glyphs, text_[at_++]);
        return true;
    }
    // Words of the table in its order, one blank between two.
    template <std::size_t N>
    bool words(const std::array<Word, N>& table, Lcd& lcd) {
        bool first = true;
        for (const Word& word : table) {
            const std::size_t start = at_;
            if ((first || take(' ')) && whole(word.text)) {
                lcd.set(word.annunciator);
                first = false;
            } else {
                at_ = start;
            }
        }
        return at_end() || peek() == '|';
    }

 private:
    bool whole(const char* word) {
        return take(word) && (at_end() || peek() == ' ' || peek() == '|');
    }
    static int hex_digit(char c) {
        if (c >= '0' && c <= '9') return c - '0';
        if (c >= 'a' && c <= 'f') return c - 'a' + 10;
        return -1;
    }

    std::span<const char> text_;
    std::size_t at_ = 0;
};

constexpr bool bit(std::uint8_t set, int index) { return ((set >> index) & 1) != 0; }
constexpr std::uint8_t mask(int index) { return static_cast<std::uint8_t>(1U << index); }

struct Extra {
    std::uint32_t points, blinking, annunciators;
};

// Bits that no place on the glass belongs to: never set by the panel, kept by the text form.
constexpr Extra extra_of(const Lcd& lcd) {
    return {lcd.points & ~std::uint32_t{kCellMask}, lcd.blinking & ~std::uint32_t{kCellMask},
            lcd.annunciators & ~kAnnunciatorMask};
}

void write_extra(const Extra& extra, Writer& out) {
    if ((extra.points | extra.blinking | extra.annunciators) == 0) return;
    out.put('|');
    out.hex(extra.points, 2);
    out.hex(extra.blinking, 2);
    out.hex(extra.annunciators, 8);
}

bool read_phases(Reader& in, Lcd& out) {
    char letter = 'A';
    for (const Annunciator phase : kPhaseWords) {
        if (in.take(letter++)) {
            out.set(phase);
        } else if (!in.take('.')) {
            return false;
        }
    }
    return in.take(' ');
}

struct ValueAtom {
    std::uint8_t segments = 0;
    bool blinking = false;
    bool point = false;
};

bool read_value(Reader& in, Lcd& out) {
    std::array<ValueAtom, kValueCells + 1> atoms{};
    std::size_t n = 0;
    while (!in.at_end() && in.peek() != '|') {
        if (n == atoms.size() || !in.cell(kGlyphs7, atoms[n].segments)) return false;
        atoms[n].blinking = in.take('*');
        atoms[n].point = in.take('.');
        ++n;
    }
    if (n < kValueCells) return false;
    if (n > kValueCells) {
        const ValueAtom& sign = atoms[0];
        if (sign.segments != segments_of(kGlyphs7, '-') || sign.blinking || sign.point)
            return false;
        out.set(Annunciator::minus);
    }
    for (int i = 0; i < kValueCells; ++i) {
        const ValueAtom& atom = atoms[n - kValueCells + static_cast<std::size_t>(i)];
        out.value[static_cast<std::size_t>(i)] = atom.segments;
        if (atom.point) out.points = static_cast<std::uint8_t>(out.points | mask(i));
        if (atom.blinking) out.blinking = static_cast<std::uint8_t>(out.blinking | mask(i));
    }
    return true;
}

bool read_extra(Reader& in, Lcd& out) {
    if (!in.take('|')) return true;
    Extra extra{};
    if (!in.hex(2, extra.points) || !in.hex(2, extra.blinking) || !in.hex(8, extra.annunciators)) {
        return false;
    }
    out.points = static_cast<std::uint8_t>(out.points | extra.points);
    out.blinking = static_cast<std::uint8_t>(out.blinking | extra.blinking);
    out.annunciators |= extra.annunciators;
    return true;
}

}  // namespace

std::size_t lcd_text(const Lcd& lcd, std::span<char, kLcdTextSize> out) {
    Writer text{out};
    char letter = 'A';
    for (const Annunciator phase : kPhaseWords) {
        text.put(lcd.lit(phase) ? letter : '.');
        ++letter;
    }
    text.put(' ');
    text.words(lcd, kIcons);
    text.put('|');
    for (const std::uint16_t cell : lcd.label) text.cell(kGlyphs14, cell);
    text.put('|');
    if (lcd.lit(Annunciator::minus)) text.put('-');
    for (int i = 0; i < kValueCells; ++i) {
        text.cell(kGlyphs7, lcd.value[static_cast<std::size_t>(i)]);
        if (bit(lcd.blinking, i)) text.put('*');
        if (bit(lcd.points, i)) text.put('.');
    }
    text.put('|');
    text.words(lcd, kUnits);
    write_extra(extra_of(lcd), text);
    return text.finish();
}

bool lcd_parse(std::span<const char> text, Lcd& out) {
    Reader in{text};
    Lcd lcd{};
    if (!read_phases(in, lcd) || !in.words(kIcons, lcd) || !in.take('|')) return false;
    for (std::uint16_t& cell : lcd.label) {
        if (!in.cell(kGlyphs14, cell)) return false;
    }
    if (!in.take('|') || !read_value(in, lcd) || !in.take('|')) return false;
    if (!in.words(kUnits, lcd) || !read_extra(in, lcd) || !in.at_end()) return false;
    out = lcd;
    return true;
}

}  // namespace meter
