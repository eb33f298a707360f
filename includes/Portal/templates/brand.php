<?php

declare(strict_types=1);

/** @var Counterfoil\Portal\Look $view */

defined('ABSPATH') || exit;

?>
<?php if ($view->logo !== null) : ?>
    <img class="cf-brand__logo" src="<?php echo esc_url($view->logo['url']); ?>" width="<?php echo esc_attr((string) $view->logo['width']); ?>" height="<?php echo esc_attr((string) $view->logo['height']); ?>" alt="<?php echo esc_attr($view->name); ?>">
<?php else : ?>
    <span class="cf-brand__name"><bdi><?php echo esc_html($view->name); ?></bdi></span>
<?php endif; ?>
