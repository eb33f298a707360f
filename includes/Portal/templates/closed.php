<?php

declare(strict_types=1);

/** @var Counterfoil\Portal\Views\FrameView $view */

$tag = $view->heading;
?>
<div class="cf-portal cf-portal--narrow" style="<?php echo esc_attr($view->look->css()); ?>">
    <div class="cf-card">
        <?php if ($view->shows_brand) : ?>
            <p class="cf-brand">
                <?php if ($view->look->logo_url !== null) : ?>
                    <img class="cf-brand__logo" src="<?php echo esc_url($view->look->logo_url); ?>" alt="<?php echo esc_attr($view->look->name); ?>">
                <?php else : ?>
                    <span class="cf-brand__name"><bdi><?php echo esc_html($view->look->name); ?></bdi></span>
                <?php endif; ?>
            </p>
        <?php endif; ?>
        <<?php echo tag_escape($tag); ?> class="cf-title"><?php echo esc_html($view->title); ?></<?php echo tag_escape($tag); ?>>
        <?php echo $view->content; // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- drawn by another template?>
    </div>
</div>
