<?php

declare(strict_types=1);

namespace Counterfoil\Reports\Accountant\Parts;

use Closure;
use Counterfoil\Reports\Accountant\Archive;
use Counterfoil\Reports\Accountant\Export;
use Counterfoil\Reports\Accountant\ExportRepository;
use Counterfoil\Shared\Database\DatabaseError;
use Counterfoil\Shared\Rest\Download;
use Exception;
use TypeError;
use ValueError;

/** The PDFs of one kind of documents in a folder: the kept bytes, as they were mailed; what was never drawn is drawn and kept. */
final readonly class DocumentsPart implements Part
{
    /** So many at a time: what is being drawn again after a process was killed is less than that. */
    public const STEP = 10;

    /**
     * @param Closure(): string $folder in the present language
     * @param Closure(Export, int, list<int|string>|null): array{documents: array<int, array{string, Closure(): ?Download, Closure(): string}>, next: list<int|string>|null} $page
     *     by the document's id: the folder in the folder, or "", and its PDF, null for one that has none, and its number
     */
    public function __construct(private ExportRepository $exports, private Closure $folder, private Closure $page)
    {
    }

    public function write(Export $export, Archive $archive): Progress
    {
        ['documents' => $documents, 'next' => $next] = ($this->page)($export, self::STEP, $export->position);
        $folder = ($this->folder)();
        $files = [];
        $problems = [];
        foreach ($documents as $id => [$series, $draw, $number]) {
            try {
                $pdf = $draw();
            } catch (DatabaseError $error) {
                throw $error;
            } catch (Exception | TypeError | ValueError $error) {
                // One that can't be drawn must not keep the accountant from all others.
                /* translators: 1: number of a document, 2: what went wrong */
                $problems[] = sprintf(__('The PDF of %1$s couldn’t be created: %2$s', 'counterfoil'), $number(), $error->getMessage());
                continue;
            }
            if ($pdf === null) {
                continue;
            }
            $path = "{$folder}/" . ($series === '' ? '' : "{$series}/");
            $name = $path . $pdf->filename;
            // Two numbers may become one name of a file: "A/1" and "A-1".
            $files[isset($files[$name]) || $this->exports->taken($export->id, [$name]) !== [] ? $path . "{$id}-{$pdf->filename}" : $name] = $pdf->bytes;
        }
        foreach ($files as $name => $bytes) {
            $archive->add($name, $bytes);
        }

        return new Progress($next, count($documents), problems: $problems);
    }
}
