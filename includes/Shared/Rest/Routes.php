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
 *
 * @phpstan-import-type Entry from Contract
 */
final class Routes
{
    public const NAMESPACE = 'counterfoil/v1';

    /** @var array<string, Closure(Request): mixed> by operation */
    private array $handlers = [];

    /** @var array<string, Closure(string): Viewer> those that were asked for */
    private array $gates = [];

    /** @var array<string, true> operations that WordPress was told of */
    private array $registered = [];

    /** @var WeakMap<WP_REST_Request<array<string, mixed>>, Viewer> who asks, found out by the permission */
    private WeakMap $viewers;

    /**
     * @param Closure(self, string): mixed $bind lets the module bind that does an operation
     * @param Closure(string): ((Closure(string): Viewer)|null) $gate by its name
     */
    public function __construct(
        private readonly Contract $contract,
        private readonly RequestReader $reader,
        private readonly Idempotency $idempotency,
        private readonly Closure $bind,
        private readonly Closure $gate,
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

    public function is_bound(string $id): bool
    {
        return isset($this->handlers[$id]);
    }

    /**
     * Tells WordPress of the routes at an address.
     *
     * @param string $route as it was asked for, "/counterfoil/v1/invoices/12"
     * @return bool whether there is one
     */
    public function register(string $route): bool
    {
        $path = substr($route, strlen('/' . self::NAMESPACE));
        $asked = array_filter(
            $this->contract->entries(),
            // Most differ before their first number.
            static fn (array $entry): bool => strncasecmp($entry['path'], $path, strcspn($entry['path'], '{')) === 0 && preg_match('#^' . self::pattern($entry['path']) . '$#i', $path) === 1
        );
        array_map($this->tell(...), $asked);

        return $asked !== [];
    }

    /** Tells WordPress of all routes: for lists of them. */
    public function register_all(): void
    {
        array_map($this->tell(...), $this->contract->entries());
    }

    /** @return list<string> operations that some module does */
    public function bound(): array
    {
        array_map($this->handler(...), ['', ...array_keys($this->contract->entries())]);

        return array_keys($this->handlers);
    }

    /**
     * A path of the contract as WordPress has it.
     *
     * @return non-falsy-string
     */
    private static function pattern(string $path): string
    {
        return '/' . ltrim((string) preg_replace('/\{([a-z_]+)\}/', '(?P<$1>[1-9]\d{0,15})', $path), '/');
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
            $gate = $this->gates[$who] ??= ($this->gate)($who) ?? throw new LogicException("Nobody lets a {$who} in.");
            $this->viewers[$request] = $gate($what);
        } catch (DomainError $error) {
            return Errors::from_domain($error);
        } catch (Throwable $error) {
            return Errors::from_bug($error);
        }

        return true;
    }

    /** @param Entry $entry */
    private function tell(array $entry): void
    {
        if (isset($this->registered[$entry['id']])) {
            return;
        }
        $this->registered[$entry['id']] = true;
        register_rest_route(self::NAMESPACE, self::pattern($entry['path']), [
            'methods' => $entry['method'],
            'permission_callback' => fn (WP_REST_Request $request): bool|WP_Error => $this->permit($entry['method'], $entry['needs'], $request),
            'callback' => fn (WP_REST_Request $request): WP_REST_Response => $this->answer($entry['id'], $request),
        ]);
    }

    /** @return (Closure(Request): mixed)|null */
    private function handler(string $id): ?Closure
    {
        if (! $this->is_bound($id)) {
            ($this->bind)($this, $id);
        }

        return $this->handlers[$id] ?? null;
    }

    /**
     * @param WP_REST_Request<array<string, mixed>> $request
     */
    private function answer(string $id, WP_REST_Request $request): WP_REST_Response
    {
        $entry = $this->contract->entry($id);
        try {
            $viewer = $this->viewers[$request] ?? throw new LogicException('Nobody asked whether this may be done.');
            $handler = $this->handler($id) ?? throw new LogicException("No module does {$id}.");
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
