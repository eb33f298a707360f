<?php

declare(strict_types=1);

namespace Counterfoil\Reports\Accountant;

use Counterfoil\Shared\Rest\Streamed;

/** A finished export on its way to whoever may have it. */
final readonly class ExportDownload implements Streamed
{
    public function __construct(private Export $export, private ExportRepository $exports)
    {
    }

    public function headers(): array
    {
        return [
            'Content-Type' => 'application/zip',
            'Content-Disposition' => "attachment; filename=\"{$this->export->filename()}\"",
            'Content-Length' => (string) $this->export->size,
        ];
    }

    public function parts(): iterable
    {
        return $this->exports->pieces($this->export->id, 0, $this->export->pieces);
    }
}
