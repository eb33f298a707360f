<?php

declare(strict_types=1);

namespace Counterfoil\Bank\Rest;

use Counterfoil\Bank\ConfirmEntry;
use Counterfoil\Bank\Entry;
use Counterfoil\Bank\EntryRepository;
use Counterfoil\Bank\IgnoreEntry;
use Counterfoil\Bank\ProposeMatches;
use Counterfoil\Bank\SplitTransfer;
use Counterfoil\Bank\UndoEntry;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Rest\Cursor;
use Counterfoil\Shared\Rest\Request;

final readonly class EntriesController
{
    private const LIST = 'bank-entries';

    public function __construct(
        private EntryRepository $entries,
        private EntryResource $resource,
        private ProposeMatches $propose,
        private SplitTransfer $split,
        private ConfirmEntry $confirm,
        private IgnoreEntry $ignore,
        private UndoEntry $undo,
    ) {
    }

    /** @return array<string, mixed> */
    public function list(Request $request): array
    {
        $order = EntryRepository::order();
        ['entries' => $entries, 'next' => $next] = $this->entries->page($request->query, $request->viewer, $request->per_page(), $request->after($order->name(self::LIST)));

        return [
            'items' => $this->resource->to_wire($this->propose->of_today($entries), $request->viewer),
            'next_cursor' => Cursor::next($order->name(self::LIST), $next),
        ];
    }

    /** @return array<string, mixed> */
    public function get(Request $request): array
    {
        return $this->resource->to_wire($this->propose->of_today([$this->entry($request)]), $request->viewer)[0];
    }

    /** @return array<string, mixed> */
    public function split(Request $request): array
    {
        $chosen = (string) ($request->query['invoice_ids'] ?? '');
        $ids = $chosen === '' ? [] : array_values(array_unique(array_map(intval(...), explode(',', $chosen))));
        $entry = $this->entry($request);
        $parts = $this->split->handle($entry, $request->query['client_id'], $ids, $request->viewer);

        return $this->resource->split($entry, $request->query['client_id'], $parts, $request->viewer);
    }

    /** @return array<string, mixed> */
    public function confirm(Request $request): array
    {
        $parts = [];
        $currency = $this->entry($request)->amount->currency->code;
        foreach ($request->body['parts'] as $index => ['invoice_id' => $id, 'amount' => $amount]) {
            if (isset($parts[$id])) {
                throw DomainError::invalid(__('This invoice is listed twice.', 'counterfoil'), "/parts/{$index}/invoice_id");
            }
            if ($amount['currency'] !== $currency) {
                /* translators: %s: currency code */
                throw DomainError::invalid(sprintf(__('Enter the amount in %s, the currency of the transfer.', 'counterfoil'), $currency), "/parts/{$index}/amount/currency");
            }
            $parts[$id] = $amount['amount'];
        }
        $this->confirm->handle($request->id(), $request->body['client_id'], $parts, $request->body['send_receipt'], $request->viewer);

        return $this->get($request);
    }

    /** @return array<string, mixed> */
    public function ignore(Request $request): array
    {
        $this->ignore->handle($this->entry($request), $request->viewer->actor);

        return $this->get($request);
    }

    /** @return array<string, mixed> */
    public function undo(Request $request): array
    {
        $this->undo->handle($this->entry($request), $request->viewer);

        return $this->get($request);
    }

    private function entry(Request $request): Entry
    {
        return $this->entries->get($request->id(), $request->viewer);
    }
}
