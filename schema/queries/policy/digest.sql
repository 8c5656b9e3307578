SELECT digest FROM policy WHERE version = :version
