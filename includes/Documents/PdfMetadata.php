<?php

declare(strict_types=1);

namespace Counterfoil\Documents;

/** What a PDF says about itself. All that is in it is the seller's: no other name is to be found there. */
final readonly class PdfMetadata
{
    /**
     * @param string $title shown in the reader's window
     * @param string $seller author and producer
     * @param string $language BCP 47
     * @param string $file_id whatever names this document; the same one and the same time make the same bytes
     */
    public function __construct(
        public string $title,
        public string $seller,
        public string $language,
        public string $file_id,
        public \DateTimeImmutable $at,
    ) {
    }
}
