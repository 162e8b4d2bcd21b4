#include "app/bench/envelope.h"

#include <algorithm>

#include "app/bench/archive.h"
#include "app/bench/phrases.h"
#include "core/state.h"

namespace bench {

std::uint64_t digest_of(std::span<const std::uint8_t> bytes) {
    meter::Digest digest;
    for (const std::uint8_t byte : bytes) digest.add(byte);
    return digest.value();
}

std::vector<std::uint8_t> enveloped(std::string_view magic, std::uint64_t version,
                                    std::span<const std::uint8_t> body) {
    const std::vector<std::uint8_t> numbers =
        to_archive(version, std::uint64_t{body.size()}, digest_of(body));
    std::vector<std::uint8_t> out;
    out.reserve(magic.size() + numbers.size() + body.size());
    out.insert(out.end(), magic.begin(), magic.end());
    out.insert(out.end(), numbers.begin(), numbers.end());
    out.insert(out.end(), body.begin(), body.end());
    return out;
}

bool begins_with(std::span<const std::uint8_t> file, std::string_view magic) {
    return file.size() >= magic.size() && std::equal(magic.begin(), magic.end(), file.begin());
}

Envelope envelope_of(std::string_view magic, std::span<const std::uint8_t> file) {
    const std::size_t header = magic.size() + 3 * 8;
    if (file.size() < header) throw Problem(Sentence::of(kBench.no_header, file.size()));
    Envelope out;
    ArchiveReader(file.subspan(magic.size()))(out.version, out.size, out.digest);
    out.body = file.subspan(header);
    return out;
}

}  // namespace bench
