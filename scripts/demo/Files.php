<?php

declare(strict_types=1);

namespace Counterfoil\Demo\Seed;

use Counterfoil\Invoices\Attachments\AttachmentsModule;
use Counterfoil\Invoices\Attachments\FileType;
use Counterfoil\Plugin;

/** What goes with some of the demo's bills. */
final readonly class Files
{
    private const HOURS = "Day,What,Hours\n2026-10-05,Workshop,3\n2026-10-06,First design,6.5\n2026-10-12,Corrections,2\n";

    public static function attach(int $draft_id): void
    {
        $files = Plugin::instance()->module(AttachmentsModule::class)->files();
        foreach ([['Project summary.pdf', FileType::Pdf, self::page('Project summary')], ['Hours October.csv', FileType::Csv, self::HOURS]] as $position => [$name, $type, $bytes]) {
            $file = $files->insert($name, $type, $bytes, null);
            $files->claim($file->id, $draft_id);
            $files->put_at($file->id, $position);
        }
    }

    /** The smallest PDF that shows a line of text. */
    private static function page(string $text): string
    {
        $stream = "BT /F1 24 Tf 72 740 Td ({$text}) Tj ET";
        $objects = [
            '<</Type/Catalog/Pages 2 0 R>>',
            '<</Type/Pages/Kids[3 0 R]/Count 1>>',
            '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>',
            '<</Length ' . strlen($stream) . ">>\nstream\n{$stream}\nendstream",
        ];
        [$pdf, $table] = ["%PDF-1.4\n", "xref\n0 5\n0000000000 65535 f \n"];
        foreach ($objects as $i => $object) {
            $table .= sprintf("%010d 00000 n \n", strlen($pdf));
            $pdf .= ($i + 1) . " 0 obj\n{$object}\nendobj\n";
        }

        return "{$pdf}{$table}trailer\n<</Size 5/Root 1 0 R>>\nstartxref\n" . strlen($pdf) . "\n%%EOF\n";
    }
}
