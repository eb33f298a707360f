<?php

declare(strict_types=1);

namespace Counterfoil\Reports\Accountant\Parts;

use Counterfoil\Reports\Accountant\Archive;
use Counterfoil\Reports\Accountant\Export;
use Counterfoil\Reports\Accountant\ExportRepository;
use Counterfoil\Reports\Accountant\ZipFormat;

/** The archive's directory: some 80 bytes for each file, so that all of it fits into one step. */
final readonly class DirectoryPart implements Part
{
    public function __construct(private ExportRepository $exports, private ZipFormat $zip)
    {
    }

    public function write(Export $export, Archive $archive): Progress
    {
        $begin = $archive->size();
        $after = 0;
        while (($files = $this->exports->files($export->id, $after, 500)) !== []) {
            foreach ($files as $file) {
                $archive->finish($this->zip->entry($file['name'], $file['crc'], $file['size'], $file['starts_at']));
                $after = $file['id'];
            }
        }
        $archive->finish(ZipFormat::end($export->files, $archive->size() - $begin, $begin));

        return new Progress(null);
    }
}
