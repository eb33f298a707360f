<?php

declare(strict_types=1);

namespace Counterfoil\Bank\Formats;

use Counterfoil\Shared\DomainError;
use DOMElement;
use XMLReader;

/**
 * ISO 20022 camt.053, versions 001.02 to 001.13: element names are the same in all of them, what is a little deeper in
 * newer ones (Sts/Cd, Dbtr/Pty) is found in both places. An entry's transactions are read one by one, also of a batch
 * with thousands. A file with a DOCTYPE is refused, nothing is ever fetched, and no entity is put in.
 */
final readonly class Camt053 implements StatementReader
{
    public function lines(string $path): iterable
    {
        $before = libxml_use_internal_errors(true);
        libxml_clear_errors();
        $reader = new XMLReader();
        try {
            if (! $reader->open($path, null, LIBXML_NONET | LIBXML_COMPACT | LIBXML_BIGLINES)) {
                throw self::broken();
            }
            yield from $this->statements($reader);
        } finally {
            $reader->close();
            libxml_clear_errors();
            libxml_use_internal_errors($before);
        }
    }

    /** @return iterable<Line> */
    private function statements(XMLReader $reader): iterable
    {
        $account = '';
        $statements = 0;
        $depth = 0;
        while ($this->next($reader)) {
            if ($reader->nodeType !== XMLReader::ELEMENT) {
                continue;
            }
            if ($reader->localName === 'Stmt') {
                [$account, $statements, $depth] = ['', $statements + 1, $reader->depth];
            } elseif ($reader->localName === 'Acct' && $reader->depth === $depth + 1) {
                $account = CamtNode::account(self::expanded($reader));
            } elseif ($reader->localName === 'Ntry' && $statements > 0) {
                yield from $this->entry($reader, $account);
            }
        }
        if ($statements === 0) {
            throw StatementError::in_general(__('This XML file isn’t a CAMT.053 bank statement. Export the statement from your bank as CAMT.053, MT940 or CSV.', 'counterfoil'));
        }
    }

    /** @return iterable<Line> */
    private function entry(XMLReader $reader, string $account): iterable
    {
        $depth = $reader->depth;
        $entry = new CamtEntry($account);
        $first = null;
        $count = 0;
        if ($reader->isEmptyElement) {
            return;
        }
        while ($this->next($reader) && $reader->depth > $depth) {
            if ($reader->nodeType !== XMLReader::ELEMENT || $reader->localName === 'NtryDtls') {
                continue;
            }
            if ($reader->localName === 'TxDtls') {
                $transaction = self::expanded($reader);
                ++$count;
                if ($count === 1) {
                    $first = $transaction;
                } elseif ($entry->is_booked() && $first !== null && $entry->can_be_split($first)) {
                    if ($count === 2) {
                        yield $entry->part($first, 1);
                    }
                    yield $entry->part($transaction, $count);
                }
            } elseif ($reader->depth === $depth + 1) {
                $entry = $entry->with(self::expanded($reader));
            }
        }
        if ($entry->is_booked() && ($count < 2 || ($first !== null && ! $entry->can_be_split($first)))) {
            yield $entry->whole($count === 1 ? $first : null);
        }
    }

    private function next(XMLReader $reader): bool
    {
        $has_next = $reader->read();
        // What libxml only frowns at (a prefix that isn't declared) damages no line.
        $error = $has_next ? false : libxml_get_last_error();
        if ($error !== false && $error->level === LIBXML_ERR_FATAL) {
            throw self::broken();
        }
        if ($has_next && $reader->nodeType === XMLReader::DOC_TYPE) {
            throw StatementError::in_general(__('This XML file contains a document type definition, which bank statements don’t have. Nothing was imported.', 'counterfoil'));
        }

        return $has_next;
    }

    private static function expanded(XMLReader $reader): DOMElement
    {
        // PHP warns where the file is damaged; that is said by what is thrown.
        set_error_handler(static fn (): bool => true);
        try {
            $node = $reader->expand();
        } finally {
            restore_error_handler();
        }

        return $node instanceof DOMElement ? $node : throw self::broken();
    }

    private static function broken(): DomainError
    {
        $error = libxml_get_last_error();

        return $error === false
            ? StatementError::in_general(__('This XML file can’t be read.', 'counterfoil'))
            : StatementError::at($error->line, __('The XML is damaged. Download the statement from your bank again.', 'counterfoil'));
    }
}
