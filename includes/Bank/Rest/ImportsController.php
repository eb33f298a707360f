<?php

declare(strict_types=1);

namespace Counterfoil\Bank\Rest;

use Counterfoil\Bank\ConfirmSure;
use Counterfoil\Bank\ImportRepository;
use Counterfoil\Bank\ReceiveStatement;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Rest\Cursor;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Rest\UploadedFile;
use Counterfoil\Shared\Viewer;

/** A statement has lines of everybody: only who sees all clients sees whole statements, and imports them. */
final readonly class ImportsController
{
    private const LIST = 'bank-imports';
    private const SECONDS = 20;

    public function __construct(private ImportRepository $imports, private ImportResource $resource, private ReceiveStatement $receive, private ConfirmSure $confirm_sure)
    {
    }

    /** @return array<string, mixed> */
    public function list(Request $request): array
    {
        $order = ImportRepository::order();
        ['rows' => $rows, 'next' => $next] = $request->viewer->sees_all()
            ? $this->imports->page($request->per_page(), $request->after($order->name(self::LIST)))
            : ['rows' => [], 'next' => null];

        return ['items' => $this->resource->to_wire($rows), 'next_cursor' => Cursor::next($order->name(self::LIST), $next)];
    }

    /** @return array<string, mixed> */
    public function get(Request $request): array
    {
        self::check($request->viewer);

        return $this->resource->to_wire([$this->imports->get($request->id())])[0];
    }

    /** @return array<string, mixed> */
    public function upload(Request $request): array
    {
        self::check($request->viewer);
        $answer = $this->receive->handle($request->file ?? throw UploadedFile::missing(), $request->viewer->actor);

        return is_int($answer)
            ? ['import' => $this->resource->to_wire([$this->imports->get($answer)])[0], 'question' => null]
            : ['import' => null, 'question' => $answer->to_wire()];
    }

    /** @return array{confirmed: int, left: int} */
    public function confirm_sure(Request $request): array
    {
        self::check($request->viewer);
        $id = (int) $this->imports->get($request->id())['id'];

        return $this->confirm_sure->handle($id, $request->body['send_receipts'], $request->viewer, self::SECONDS);
    }

    private static function check(Viewer $viewer): void
    {
        $viewer->sees_all() || throw DomainError::forbidden(__('Bank statements contain transfers from all clients. Ask someone who can see all clients.', 'counterfoil'));
    }
}
