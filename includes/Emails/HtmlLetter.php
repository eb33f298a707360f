<?php

declare(strict_types=1);

namespace Counterfoil\Emails;

use Counterfoil\Shared\Html;

/**
 * The one layout of all mails: tables and inline styles for old readers, 600 pixels at most and down to
 * 320, its own colours in dark mode. Everything that is not markup is escaped here and only here.
 */
final readonly class HtmlLetter
{
    private const FONT = "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;";

    /** Characters of a fact: the largest amount has fewer, and is not broken. */
    private const ON_ONE_LINE = 24;

    /** What can't be inline. Readers that don't know it show the light layout. */
    private const STYLE = '
:root{color-scheme:light dark;supported-color-schemes:light dark}
body{margin:0;padding:0;-webkit-text-size-adjust:100%}
a{text-decoration-skip-ink:auto}
@media (max-width:480px){.page{padding:0!important}.card{border-radius:0!important;border-left:0!important;border-right:0!important}.pad{padding-left:20px!important;padding-right:20px!important}.button{display:block!important;padding-left:12px!important;padding-right:12px!important}}
@media (prefers-color-scheme:dark){.page{background:#111315!important}.card{background:#1c1f22!important;border-left-color:#34393e!important;border-right-color:#34393e!important;border-bottom-color:#34393e!important}.ink{color:#f3f4f5!important}.soft{color:#b6bcc2!important}.line{border-color:#34393e!important}.logo{background:#ffffff!important;padding:8px 10px!important;border-radius:6px!important}}
';

    public function render(Letter $letter, Letterhead $letterhead): string
    {
        $language = Html::escape(str_replace('_', '-', $letterhead->locale));
        $direction = is_rtl() ? 'rtl' : 'ltr';
        $title = Html::escape($letter->subject);
        $preheader = Html::escape($letter->preheader);
        $style = self::STYLE;
        $font = self::FONT;

        return self::with_references(<<<HTML
            <!doctype html>
            <html lang="{$language}" dir="{$direction}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width,initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="supported-color-schemes" content="light dark">
            <meta name="format-detection" content="telephone=no,date=no,address=no,email=no">
            <title>{$title}</title>
            <style>{$style}</style>
            </head>
            <body class="page" style="margin:0;padding:0;background:#f3f4f6;{$font}">
            <div style="display:none;max-height:0;overflow:hidden;mso-hide:all">{$preheader}</div>
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="page" style="background:#f3f4f6">
            <tr><td align="center" class="page" style="padding:32px 12px">
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px">
            <tr><td class="card" style="background:#ffffff;border:1px solid #e3e5e8;border-top:4px solid {$this->colour($letterhead)};border-radius:8px">
            {$this->body($letter, $letterhead)}
            </td></tr>
            <tr><td class="pad" style="padding:24px 32px 32px">{$this->imprint($letterhead)}</td></tr>
            </table>
            </td></tr>
            </table>
            </body>
            </html>
            HTML);
    }

    /**
     * Symbols, emoji and private characters as "&#128077;". WordPress makes pictures on a server of its own of those it sees, also
     * when a plugin keeps the mail and sends it in a later request; in this form it does not see them.
     */
    private static function with_references(string $html): string
    {
        $ranges = [];
        foreach ([[0xA9, 0xA9], [0xAE, 0xAE], [0x200D, 0x200D], [0x203C, 0x203C], [0x2049, 0x2049], [0x20D0, 0x303F], [0x3200, 0x32FF], [0xE000, 0xF8FF], [0xFE00, 0xFE0F], [0x10000, 0x10FFFF]] as [$from, $to]) {
            $ranges = [...$ranges, $from, $to, 0, 0x1FFFFF];
        }

        return mb_encode_numericentity($html, $ranges, 'UTF-8');
    }

    private function body(Letter $letter, Letterhead $letterhead): string
    {
        $rows = [
            $this->brand($letterhead),
            '<h1 class="ink" style="margin:0;font-size:24px;line-height:32px;font-weight:650;color:#15181b;overflow-wrap:anywhere">' . Html::escape($letter->heading) . '</h1>',
            $this->paragraphs($letter->paragraphs),
            $this->facts($letter->facts),
            $this->button($letter->button, $letterhead),
            $this->small_print($letter),
        ];
        $html = '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">';
        foreach (array_values(array_filter($rows, static fn (string $row): bool => $row !== '')) as $index => $row) {
            $top = $index === 0 ? 28 : 20;
            $html .= "<tr><td class=\"pad\" style=\"padding:{$top}px 32px 0\">{$row}</td></tr>";
        }

        return $html . '<tr><td style="height:32px;line-height:32px;font-size:0">&nbsp;</td></tr></table>';
    }

    private function brand(Letterhead $letterhead): string
    {
        $name = $letterhead->name();
        if ($letterhead->logo_url === null) {
            return '<p class="ink" style="margin:0;font-size:17px;line-height:24px;font-weight:600;color:#15181b">' . Html::escape($name) . '</p>';
        }

        return '<span class="logo" style="display:inline-block"><img src="' . esc_url($letterhead->logo_url) . '" alt="' . Html::escape($name)
            . '" height="44" style="display:block;height:44px;width:auto;max-width:240px;border:0;font-size:17px;font-weight:600;color:#15181b"></span>';
    }

    /**
     * The attribute for text that is written the other way than the letter, such as what somebody typed. Not "auto" for all:
     * a name in Latin letters at its beginning would turn an Arabic sentence around.
     */
    private static function direction(string $text): string
    {
        $right = (int) preg_match_all('/[\p{Hebrew}\p{Arabic}\p{Syriac}\p{Thaana}\p{Nko}]/u', $text);
        $letters = (int) preg_match_all('/\p{L}/u', $text);

        return match (true) {
            ! is_rtl() && 2 * $right > $letters => ' dir="rtl"',
            is_rtl() && 2 * $right < $letters => ' dir="ltr"',
            default => '',
        };
    }

    /** @param list<string> $paragraphs */
    private function paragraphs(array $paragraphs): string
    {
        $html = '';
        foreach ($paragraphs as $index => $text) {
            $gap = $index === array_key_last($paragraphs) ? 0 : 16;
            $html .= '<p' . self::direction($text) . " class=\"ink\" style=\"margin:0 0 {$gap}px;font-size:16px;line-height:25px;color:#2b3035;overflow-wrap:anywhere\">" . nl2br(Html::escape($text), false) . '</p>';
        }

        return $html;
    }

    /** @param list<Fact> $facts */
    private function facts(array $facts): string
    {
        if ($facts === []) {
            return '';
        }
        $rows = '';
        foreach ($facts as $fact) {
            $weight = ($fact->is_sum ? 'font-weight:650;font-size:17px;' : 'font-size:15px;') . (mb_strlen($fact->value) <= self::ON_ONE_LINE ? 'white-space:nowrap;' : '');
            $rows .= '<tr><td class="soft line" style="padding:11px 12px 11px 0;border-top:1px solid #e3e5e8;font-size:15px;line-height:22px;color:#565d64;vertical-align:top">' . Html::escape($fact->label) . '</td>'
                . '<td' . self::direction($fact->value) . ' class="ink line" align="' . (is_rtl() ? 'left' : 'right') . '" style="padding:11px 0;border-top:1px solid #e3e5e8;line-height:22px;color:#15181b;overflow-wrap:anywhere;font-variant-numeric:tabular-nums;' . $weight . '">' . Html::escape($fact->value) . '</td></tr>';
        }

        return '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="line" style="border-bottom:1px solid #e3e5e8">' . $rows . '</table>';
    }

    private function button(?Button $button, Letterhead $letterhead): string
    {
        if ($button === null) {
            return '';
        }
        $colour = $this->colour($letterhead);
        $text = $letterhead->text_on_colour();

        return '<table role="presentation" cellpadding="0" cellspacing="0" border="0" width="100%"><tr><td align="left" style="padding-top:4px">'
            . '<a class="button" href="' . esc_url($button->url) . '" style="display:inline-block;box-sizing:border-box;background:' . $colour . ';color:' . $text
            . ';border:1px solid ' . $colour . ';border-radius:6px;padding:13px 26px;font-size:16px;line-height:22px;font-weight:600;text-align:center;text-decoration:none">'
            . Html::escape($button->label) . '</a></td></tr></table>';
    }

    private function small_print(Letter $letter): string
    {
        $lines = array_map(Html::escape(...), $letter->small_print);
        if ($letter->button !== null) {
            $lines[] = esc_html__('If the button doesn’t work, copy this address into your browser:', 'counterfoil')
                . '<br><a class="soft" href="' . esc_url($letter->button->url) . '" style="color:#565d64;word-break:break-all">' . Html::escape($letter->button->url) . '</a>';
        }

        return implode('', array_map(
            static fn (string $line): string => '<p class="soft" style="margin:0 0 10px;font-size:13px;line-height:20px;color:#565d64;overflow-wrap:anywhere">' . $line . '</p>',
            $lines
        ));
    }

    private function imprint(Letterhead $letterhead): string
    {
        $line = static fn (string $text, int $below): string => "<p class=\"soft\" style=\"margin:0 0 {$below}px;font-size:13px;line-height:19px;color:#5b6269;text-align:center;overflow-wrap:anywhere\">{$text}</p>";
        $footer = $letterhead->footer() === '' ? '' : $line(nl2br(Html::escape($letterhead->footer()), false), 12);

        return $footer . implode('', array_map(static fn (string $text): string => $line(Html::escape($text), 4), $letterhead->imprint()));
    }

    private function colour(Letterhead $letterhead): string
    {
        return Html::escape($letterhead->colour());
    }
}
