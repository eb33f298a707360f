<?php

declare(strict_types=1);

namespace Counterfoil\Documents;

use Counterfoil\Documents\Fonts\SubsetFont;
use Counterfoil\Documents\Text\Weight;
use Counterfoil\Shared\Contrast;

/**
 * TCPDF with what it says about itself taken out and a way to put down text that is already in its final order.
 *
 * Its own cells would reorder right-to-left text a second time, and measure and pad what was measured already.
 */
final class TcpdfSheet extends \TCPDF
{
    private const FAMILY = 'notosans';

    /** Bytes of a font's map from characters to glyphs: two for each of 65,536. */
    private const MAP = 131_072;

    /** Before the names of what is taken from the site's font */
    private const SITE = 'site';

    /** @var array<string, SubsetFont> */
    private array $brought = [];

    /** @var array<int, true>|null characters of the font that is being written */
    private ?array $used = null;

    public function __construct(float $width, float $height, private readonly PdfMetadata $meta)
    {
        parent::__construct('P', 'mm', [$width, $height], true, 'UTF-8');
        $this->tcpdflink = false;
        $this->file_id = md5($meta->file_id);
        $this->setPrintHeader(false);
        $this->setPrintFooter(false);
        $this->setMargins(0, 0, 0);
        $this->setAutoPageBreak(false);
        $this->setDocCreationTimestamp($meta->at->getTimestamp());
        $this->setDocModificationTimestamp($meta->at->getTimestamp());
        $this->setTitle($meta->title);
        $this->setAuthor($meta->seller);
        $this->setCreator($meta->seller);
        $this->setLanguageArray(['a_meta_language' => $meta->language]);
        $this->setViewerPreferences(['DisplayDocTitle' => true]);
        foreach (Weight::cases() as $weight) {
            $this->AddFont(self::FAMILY, $weight === Weight::Bold ? 'B' : '', $weight->definition(), true);
            // It would put in all of Latin-1, used or not: half of the file.
            $this->fonts[self::font($weight)]['subsetchars'] = [];
        }
    }

    /** Embeds what this document needs of the site's font. */
    public function bring(SubsetFont $subset, Weight $weight): void
    {
        $key = self::SITE . self::font($weight);
        $this->brought[$key] = $subset;
        $this->setFontBuffer($key, ['type' => 'Brought', 'name' => $key, 'i' => count($this->fontkeys) + 1, 'key' => $key]);
        $this->setFontSubBuffer($key, 'n', $this->font_obj_ids[$key]);
    }

    /**
     * A composite font whose codes are its glyphs' numbers (ISO 32000-1, 9.7).
     *
     * @param array{key: string, i: int} $font
     */
    protected function _putbrought($font): void
    {
        $subset = $this->brought[$font['key']];
        $name = substr(strtoupper(strtr(md5($subset->bytes), '0123456789', 'GHIJKLMNOP')), 0, 6) . '+' . ucfirst($font['key']);
        $n = $this->n;
        $this->_out($this->_getobj($this->font_obj_ids[$font['key']]) . "\n<< /Type /Font /Subtype /Type0 /BaseFont /{$name} /Name /F{$font['i']} /Encoding /Identity-H"
            . ' /ToUnicode ' . ($n + 1) . ' 0 R /DescendantFonts [' . ($n + 2) . " 0 R] >>\nendobj");
        $this->put_stream(self::to_unicode($subset->glyphs));
        $this->_newobj();
        $this->_out("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{$name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
            . ' /FontDescriptor ' . ($n + 3) . ' 0 R /DW 1000 /W [0 [' . implode(' ', $subset->widths) . "]] /CIDToGIDMap /Identity >>\nendobj");
        $this->_newobj();
        $this->_out("<< /Type /FontDescriptor /FontName /{$name} /Flags 4 /FontBBox [0 {$subset->descender} 1000 {$subset->ascender}] /ItalicAngle 0"
            . " /Ascent {$subset->ascender} /Descent {$subset->descender} /CapHeight {$subset->ascender} /StemV 80 /FontFile2 " . ($n + 4) . " 0 R >>\nendobj");
        $this->put_stream($subset->bytes, ' /Length1 ' . strlen($subset->bytes));
    }

    private function put_stream(string $bytes, string $more = ''): void
    {
        $packed = (string) gzcompress($bytes, 9);
        $this->_newobj();
        $this->_out('<< /Filter /FlateDecode /Length ' . strlen($packed) . "{$more} >> stream\n{$packed}\nendstream\nendobj");
    }

    /**
     * So that what is drawn can be searched and copied.
     *
     * @param array<int, int> $glyphs by character
     */
    private static function to_unicode(array $glyphs): string
    {
        $map = '';
        foreach (array_chunk($glyphs, 100, true) as $some) {
            $map .= count($some) . " beginbfchar\n";
            foreach ($some as $character => $glyph) {
                $map .= sprintf("<%04X> <%04X>\n", $glyph, $character);
            }
            $map .= "endbfchar\n";
        }

        return "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
            . "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n{$map}endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend";
    }

    /** Characters in the order they stand, the first one's origin at x, y (millimetres). */
    public function put_text(float $x, float $y, string $text, Weight $weight, float $size, string $colour, bool $is_site = false): void
    {
        $font = ($is_site ? self::SITE : '') . self::font($weight);
        $characters = array_map(mb_ord(...), mb_str_split($text));
        if ($is_site) {
            $text = implode('', array_map(fn (int $character): string => pack('n', $this->brought[$font]->glyphs[$character] ?? 0), $characters));
        } else {
            $this->fonts[$font]['subsetchars'] += array_fill_keys($characters, true);
            $text = (string) mb_convert_encoding($text, 'UTF-16BE', 'UTF-8');
        }
        $this->_out(sprintf(
            'BT %s rg /F%d %.2F Tf %.3F %.3F Td (%s) Tj ET',
            self::rgb($colour),
            $this->fonts[$font]['i'],
            $size,
            $x * $this->k,
            ($this->h - $y) * $this->k,
            \TCPDF_STATIC::_escape($text),
        ));
    }

    public function put_box(float $x, float $y, float $width, float $height, string $colour): void
    {
        $this->_out(sprintf(
            '%s rg %.3F %.3F %.3F %.3F re f',
            self::rgb($colour),
            $x * $this->k,
            ($this->h - $y - $height) * $this->k,
            $width * $this->k,
            $height * $this->k,
        ));
    }

    private static function rgb(string $colour): string
    {
        return vsprintf('%.3F %.3F %.3F', array_map(static fn (int $channel): float => $channel / 255, Contrast::channels($colour)));
    }

    private static function font(Weight $weight): string
    {
        return self::FAMILY . ($weight === Weight::Bold ? 'B' : '');
    }

    /**
     * @param array<string, mixed> $font
     * @return void
     */
    protected function _puttruetypeunicode($font)
    {
        $this->used = $font['subsetchars'];
        parent::_puttruetypeunicode($font);
        $this->used = null;
    }

    /**
     * The map from characters to glyphs has an entry for each character of the font; what is not on the paper needs none.
     *
     * @param string $s
     * @param int $n
     * @return string
     */
    protected function _getrawstream($s, $n = 0)
    {
        $map = $this->used !== null && str_starts_with($s, 'x') ? gzuncompress($s) : false;
        if ($map !== false && strlen($map) === self::MAP) {
            $narrow = str_repeat("\0", self::MAP);
            foreach (array_keys($this->used ?? []) as $character) {
                if ($character < self::MAP / 2) {
                    $narrow[2 * $character] = $map[2 * $character];
                    $narrow[2 * $character + 1] = $map[2 * $character + 1];
                }
            }
            $s = (string) gzcompress($narrow, 9);
        }

        return parent::_getrawstream($s, $n);
    }

    /**
     * The document information dictionary (ISO 32000-1, 14.3.3), with the seller as its producer.
     *
     * @return int the object's number
     */
    protected function _putinfo()
    {
        $id = $this->_newobj();
        $this->_out(
            '<< /Title ' . $this->_textstring($this->title, $id)
            . ' /Author ' . $this->_textstring($this->author, $id)
            . ' /Creator ' . $this->_textstring($this->creator, $id)
            . ' /Producer ' . $this->_textstring($this->meta->seller, $id)
            . ' /CreationDate ' . $this->_datestring(0, $this->doc_creation_timestamp)
            . ' /ModDate ' . $this->_datestring(0, $this->doc_modification_timestamp)
            . " >>\nendobj",
        );

        return $id;
    }

    /**
     * XMP metadata (ISO 16684-1) that says the same as the dictionary.
     *
     * @return int the object's number
     */
    protected function _putXMP()
    {
        $id = $this->_newobj();
        $seller = \TCPDF_STATIC::_escapeXML($this->meta->seller);
        $date = $this->meta->at->setTimezone(new \DateTimeZone('UTC'))->format('Y-m-d\TH:i:s\Z');
        $xmp = "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
            . '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
            . '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"'
            . ' xmlns:pdf="http://ns.adobe.com/pdf/1.3/">'
            . '<dc:format>application/pdf</dc:format><dc:title><rdf:Alt><rdf:li xml:lang="x-default">'
            . \TCPDF_STATIC::_escapeXML($this->meta->title) . '</rdf:li></rdf:Alt></dc:title>'
            . "<dc:creator><rdf:Seq><rdf:li>$seller</rdf:li></rdf:Seq></dc:creator>"
            . "<xmp:CreateDate>$date</xmp:CreateDate><xmp:ModifyDate>$date</xmp:ModifyDate>"
            . "<xmp:CreatorTool>$seller</xmp:CreatorTool><pdf:Producer>$seller</pdf:Producer>"
            . "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>";
        $this->_out('<< /Type /Metadata /Subtype /XML /Length ' . strlen($xmp) . " >> stream\n$xmp\nendstream\nendobj");

        return $id;
    }
}
