<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Attachments;

/** Kinds of files that may go with an invoice, by the ending of their name. None of them runs when it is opened. */
enum FileType: string
{
    case Pdf = 'pdf';
    case Png = 'png';
    case Jpg = 'jpg';
    case Jpeg = 'jpeg';
    case Gif = 'gif';
    case Webp = 'webp';
    case Docx = 'docx';
    case Xlsx = 'xlsx';
    case Pptx = 'pptx';
    case Odt = 'odt';
    case Ods = 'ods';
    case Odp = 'odp';
    case Doc = 'doc';
    case Xls = 'xls';
    case Ppt = 'ppt';
    case Zip = 'zip';
    case Csv = 'csv';
    case Txt = 'txt';

    /** What its bytes begin with, where that tells it from all others. */
    private const ZIPPED = "PK\x03\x04";
    /** Office documents until 2003 ([MS-CFB] 2.2). */
    private const COMPOUND = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

    /** What some program would run, or a browser show as a page, if it went by the text alone. */
    private const NO_TEXT = '/^\s*(<!doctype|<html|<head|<body|<script|<svg|<\?php|<\?xml|#!)/i';

    public static function of_name(string $name): ?self
    {
        return self::tryFrom(strtolower(pathinfo($name, PATHINFO_EXTENSION)));
    }

    /** Whether the bytes are what the name says. */
    public function fits(string $bytes): bool
    {
        return match ($this) {
            self::Pdf => str_starts_with($bytes, '%PDF-'),
            self::Png => str_starts_with($bytes, "\x89PNG\r\n\x1A\n"),
            self::Jpg, self::Jpeg => str_starts_with($bytes, "\xFF\xD8\xFF"),
            self::Gif => preg_match('/^GIF8[79]a/', $bytes) === 1,
            self::Webp => str_starts_with($bytes, 'RIFF') && substr($bytes, 8, 4) === 'WEBP',
            // Documents with macros have endings of their own; one that hides some is none of these.
            self::Docx, self::Xlsx, self::Pptx => str_starts_with($bytes, self::ZIPPED) && str_contains($bytes, '[Content_Types].xml') && stripos($bytes, 'vbaProject.bin') === false,
            self::Odt, self::Ods, self::Odp => str_starts_with($bytes, self::ZIPPED) && str_starts_with(substr($bytes, 30), 'mimetypeapplication/vnd.oasis.opendocument.'),
            self::Doc, self::Xls, self::Ppt => str_starts_with($bytes, self::COMPOUND),
            self::Zip => str_starts_with($bytes, self::ZIPPED) || str_starts_with($bytes, "PK\x05\x06"),
            self::Csv, self::Txt => self::is_text($bytes),
        };
    }

    /** What the browser is told it is; it is told not to guess, too. */
    public function mime(): string
    {
        return match ($this) {
            self::Pdf => 'application/pdf',
            self::Png => 'image/png',
            self::Jpg, self::Jpeg => 'image/jpeg',
            self::Gif => 'image/gif',
            self::Webp => 'image/webp',
            self::Docx => 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
            self::Xlsx => 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
            self::Pptx => 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
            self::Odt => 'application/vnd.oasis.opendocument.text',
            self::Ods => 'application/vnd.oasis.opendocument.spreadsheet',
            self::Odp => 'application/vnd.oasis.opendocument.presentation',
            self::Doc => 'application/msword',
            self::Xls => 'application/vnd.ms-excel',
            self::Ppt => 'application/vnd.ms-powerpoint',
            self::Zip => 'application/zip',
            self::Csv => 'text/csv',
            self::Txt => 'text/plain',
        };
    }

    /** Text of any charset has neither NUL nor other controls than line breaks and tabs. */
    private static function is_text(string $bytes): bool
    {
        $text = str_starts_with($bytes, "\xEF\xBB\xBF") ? substr($bytes, 3) : $bytes;

        return preg_match('/[\x00-\x08\x0B\x0E-\x1A\x1C-\x1F\x7F]/', $text) === 0 && preg_match(self::NO_TEXT, $text) === 0;
    }
}
