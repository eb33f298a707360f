<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Rest;

use Closure;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;
use LogicException;
use Throwable;
use WeakMap;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

/**
 * Binds operations of the contract to the code that does them, a line an operation:
 *
 *     $routes->bind('invoices.send', fn (Request $request): array => $this->controller()->send($request));
 *
 * The way of every request: permission (the contract's `needs`), contract, idempotency, use case, answer; and
 * one place where errors become answers.
 */
final class Routes
{
    public const NAMESPACE = 'counterfoil/v1';

    /** @var array<string, Closure(Request): mixed> by operation */
    private array $handlers = [];

    /** @var array<string, Closure(string): Viewer>|null */
    private ?array $known_gates = null;

    /** @var WeakMap<WP_REST_Request<array<string, mixed>>, Viewer> who asks, found out by the permission */
    private WeakMap $viewers;

    /**
     * @param Closure(self): void $bind lets all modules bind
     * @param Closure(): array<string, Closure(string): Viewer> $gates of all modules
     */
    public function __construct(
        private readonly Contract $contract,
        private readonly RequestReader $reader,
        private readonly Idempotency $idempotency,
        private readonly Closure $bind,
        private readonly Closure $gates,
    ) {
        $this->viewers = new WeakMap();
    }

    /** WordPress compares routes without regard to case. So does everything here that asks whose one is. */
    public static function is_ours(string $route): bool
    {
        return preg_match('#^/counterfoil/v1(/|$)#i', $route) === 1;
    }

    /**
     * @param string $id of the contract's operation
     * @param Closure(Request): mixed $handler answers an array that fits the response, or a Download
     */
    public function bind(string $id, Closure $handler): void
    {
        $this->handlers[$id] = $handler;
    }

    /** Tells WordPress of all routes. */
    public function register(): void
    {
        foreach ($this->contract->entries() as $id => $entry) {
            $path = '/' . ltrim((string) preg_replace('/\{([a-z_]+)\}/', '(?P<$1>[1-9]\d{0,15})', $entry['path']), '/');
            register_rest_route(self::NAMESPACE, $path, [
                'methods' => $entry['method'],
                'permission_callback' => fn (WP_REST_Request $request): bool|WP_Error => $this->permit($entry['method'], $entry['needs'], $request),
                'callback' => fn (WP_REST_Request $request): WP_REST_Response => $this->answer($id, $request),
            ]);
        }
    }

    /** @return list<string> operations that some module does */
    public function bound(): array
    {
        return array_keys($this->handlers());
    }

    /** @param WP_REST_Request<array<string, mixed>> $request */
    private function permit(string $method, string $needs, WP_REST_Request $request): bool|WP_Error
    {
        // WordPress lets ?_method=DELETE turn a link into a command. A link stays a link.
        $sent = isset($_SERVER['REQUEST_METHOD']) ? sanitize_key(wp_unslash($_SERVER['REQUEST_METHOD'])) : '';
        if ($method !== 'GET' && in_array($sent, ['get', 'head'], true)) {
            return new WP_Error('method_not_allowed', __('This can’t be done by opening a link.', 'counterfoil'), ['status' => 405]);
        }
        [$who, $what] = explode(':', $needs . ':', 3);
        try {
            $gate = $this->gates()[$who] ?? throw new LogicException("Nobody lets a {$who} in.");
            $this->viewers[$request] = $gate($what);
        } catch (DomainError $error) {
            return Errors::from_domain($error);
        } catch (Throwable $error) {
            return Errors::from_bug($error);
        }

        return true;
    }

    /** @return array<string, Closure(Request): mixed> */
    private function handlers(): array
    {
        if ($this->handlers === []) {
            ($this->bind)($this);
        }

        return $this->handlers;
    }

    /** @return array<string, Closure(string): Viewer> */
    private function gates(): array
    {
        return $this->known_gates ??= ($this->gates)();
    }

    /**
     * @param WP_REST_Request<array<string, mixed>> $request
     */
    private function answer(string $id, WP_REST_Request $request): WP_REST_Response
    {
        $entry = $this->contract->entry($id);
        try {
            $viewer = $this->viewers[$request] ?? throw new LogicException('Nobody asked whether this may be done.');
            $handler = $this->handlers()[$id] ?? throw new LogicException("No module does {$id}.");
            $read = $this->reader->read($id, $request, $viewer);
            $result = $entry['idempotent']
                ? $this->idempotency->once(
                    'user:' . get_current_user_id(),
                    $read->idempotency_key,
                    $id . json_encode([$read->params, $read->query, $read->body, ...($read->file === null ? [] : [$read->file->name, $read->file->sha256()])]),
                    $entry['outside'],
                    static fn (): mixed => $handler($read)
                )
                : $handler($read);
            if ($result instanceof Download || $result instanceof Streamed) {
                // A file has no fields to choose from, and WordPress would look for them in it.
                unset($request['_fields']);
            }
            $response = new WP_REST_Response($result, $entry['status']);
        } catch (DomainError $error) {
            $response = rest_convert_error_to_response(Errors::from_domain($error));
            if ($error->retry_after !== null) {
                $response->header('Retry-After', (string) $error->retry_after);
            }
        } catch (Throwable $error) {
            $response = rest_convert_error_to_response(Errors::from_bug($error));
        }

        return $response;
    }
}
